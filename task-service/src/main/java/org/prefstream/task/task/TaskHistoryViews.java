package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.projection.AnnotationHistory;
import org.prefstream.task.people.Account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The history of a task, as it is shown. */
final class TaskHistoryViews {

    private TaskHistoryViews() {
    }

    /** @param entries in the order of time */
    record History(@JsonProperty("history") List<Entry> entries) {
    }

    /** Somebody; without a name where the account is gone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Somebody(
            @JsonProperty("id") long id,
            @JsonProperty("email") @Nullable String email,
            @JsonProperty("first_name") @Nullable String firstName,
            @JsonProperty("last_name") @Nullable String lastName) {

        static Somebody of(long id, Map<Long, Account> named) {
            Account account = named.get(id);
            if (account == null) {
                return new Somebody(id, null, null, null);
            }
            return new Somebody(id, account.email(), account.firstName(), account.lastName());
        }
    }

    /**
     * Where a task came from.
     *
     * @param title null where the project is gone
     */
    record Place(
            @JsonProperty("id") @Nullable Long project,
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("inner_id") @Nullable Long innerId) {
    }

    /**
     * What happened.
     *
     * @param kind {@code added}, {@code edited}, {@code overlap_set}, {@code copied}, {@code moved}, {@code predicted}, or of an
     *        annotation {@code submitted}, {@code annotation_edited}, {@code deleted} or {@code withdrawn}
     * @param by who did it; null where that is not known, and for predictions
     * @param overlap how many annotators the task needs since
     * @param formerOverlap how many it needed before
     * @param from where it was copied or moved from
     * @param said what an annotation said from then on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @JsonProperty("at") Instant at,
            @JsonProperty("kind") String kind,
            @JsonIgnore @Nullable Long byId,
            @JsonProperty("by") @Nullable Somebody by,
            @JsonProperty("overlap") @Nullable Integer overlap,
            @JsonProperty("former_overlap") @Nullable Integer formerOverlap,
            @JsonProperty("from") @Nullable Place from,
            @JsonProperty("prediction") @Nullable Long prediction,
            @JsonProperty("model_version") @Nullable String modelVersion,
            @JsonProperty("annotation") @Nullable Long annotation,
            @JsonIgnore @Nullable Long authorId,
            @JsonProperty("author") @Nullable Somebody author,
            @JsonProperty("said") @Nullable Said said) {

        private static final String ADDED = "added";

        static Entry added(Instant at, long by) {
            return new Entry(at, ADDED, by, null, null, null, null, null, null, null, null, null, null);
        }

        static Entry predicted(Instant at, long prediction, String modelVersion) {
            return new Entry(at, "predicted", null, null, null, null, null, prediction, modelVersion, null, null, null,
                    null);
        }

        static Entry event(String kind, @Nullable Long by, Instant at, @Nullable Integer overlap,
                @Nullable Integer former, Place from) {
            boolean wentThere = from.project() != null;
            return new Entry(at, kind.toLowerCase(Locale.ROOT), by, null, overlap, wentThere ? null : former,
                    wentThere ? from : null, null, null, null, null, null, null);
        }

        static Entry annotated(AnnotationHistory.Entry entry) {
            String kind = entry.kind().equals("edited") ? "annotation_edited" : entry.kind();
            return new Entry(entry.at(), kind, entry.by(), null, null, null, null, null, null, entry.annotationId(),
                    entry.author(), null, Said.of(entry));
        }

        /** {@return whether this is how the task came to be} */
        @JsonIgnore
        boolean isBeginning() {
            return kind.equals(ADDED) || kind.equals("copied");
        }

        /** {@return whose names are needed} */
        Stream<@Nullable Long> people() {
            return Stream.of(byId, authorId);
        }

        /** {@return the same with names} */
        Entry named(Map<Long, Account> named) {
            return new Entry(at, kind, byId, byId == null ? null : Somebody.of(byId, named), overlap, formerOverlap,
                    from, prediction, modelVersion, annotation, authorId,
                    authorId == null ? null : Somebody.of(authorId, named), said);
        }
    }

    /**
     * What an annotation said.
     *
     * @param known whether that is known; of what was edited before edits were kept it is not
     */
    record Said(
            @JsonProperty("result") @Nullable List<Object> result,
            @JsonProperty("was_cancelled") boolean wasCancelled,
            @JsonProperty("skip_reason") @Nullable String skipReason,
            @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
            @JsonProperty("known") boolean known) {

        static Said of(AnnotationHistory.Entry entry) {
            return new Said(entry.result(), entry.wasCancelled(), entry.skipReason(), entry.leadTime(), entry.known());
        }
    }
}
