package org.prefstream.export.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.FrozenSet;
import org.prefstream.export.dataset.LeftOut;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The manifest of a snapshot: what was frozen, and how to know it again.
 *
 * @param version 3, which holds all that a format may ask for; 2 of those that keep no tasks; null of former versions, which hold rows of
 *        preferences and ties alone
 * @param schema the version of the dataset record that its rows have
 * @param selection the parameters that selected the rows, as an export has them
 * @param rowsIn how many pairs of answers were judged when it was made
 * @param leftOut how many of them have no row, by the reason's code
 * @param leftOutByTies the same for formats that have rows of other ties than those of {@code rows}, by the name of {@link Ties}; empty where
 *        ties were not asked for, and of snapshots that were made before they were counted
 * @param beside what it holds beside these rows; null of former versions
 * @param sources the tasks and annotations that it keeps; null of former versions, and where pairs of answers were selected
 * @param purged how many rows, and pairs beside them, are gone; no file is made of these any more if it is not 0
 * @param sha256 of the rows as JSON Lines, as the format TRL has them
 * @param positions how far the copies of the topics were: the last offset by partition, by the topic's name
 * @param areMixed whether texts among the rows become messages
 * @param splitShares which splits a folder has; null where it has one
 * @param projectTitle the project's title at that time
 * @param guidelines what annotators were to do at that time
 */
public record Snapshot(
        @JsonProperty("id") long id,
        @JsonProperty("project") long projectId,
        @JsonProperty("title") String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") long createdBy,
        @JsonProperty("version") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer version,
        @JsonProperty("schema") String schema,
        @JsonProperty("selection") Map<String, Object> selection,
        @JsonProperty("rows_in") long rowsIn,
        @JsonProperty("rows") long rows,
        @JsonProperty("left_out") Map<String, Object> leftOut,
        @JsonIgnore Map<String, Object> leftOutByTies,
        @JsonProperty("beside") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Beside beside,
        @JsonProperty("sources") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Sources sources,
        @JsonProperty("purged") long purged,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("positions") Map<String, Object> positions,
        @JsonIgnore boolean areMixed,
        @JsonProperty("split_shares") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String splitShares,
        @JsonProperty("project_title") String projectTitle,
        @JsonProperty("guidelines") String guidelines) {

    /** The version of the snapshots that are made now. */
    static final int PRESENT = 3;

    /**
     * What a snapshot holds beside the rows of preferences and ties.
     *
     * @param bothBad how many rows of "both bad"
     * @param withoutRow how many pairs that have no row, because nothing could be trained on them
     * @param sha256 of these, as they are stored, as JSON Lines
     */
    public record Beside(
            @JsonProperty("both_bad") long bothBad,
            @JsonProperty("without_row") long withoutRow,
            @JsonProperty("sha256") String sha256) {
    }

    /** {@return how to read it} */
    FrozenSet set() {
        return new FrozenSet(id, beside != null, areMixed, "both".equals(selection.get("ties")));
    }

    /** {@return what selected its rows} */
    Selection selected(Formats formats) {
        return ExportRequest.selecting(projectId, ExportRequest.query(selection), formats).selection();
    }

    /**
     * Refuses a format of tasks or annotations if it keeps none.
     *
     * @throws ProblemException a 400 that names the format
     */
    void requireSources(ExportFormat format) {
        if (sources == null) {
            throw ProblemException.invalid("exportType",
                    "%s is made of tasks and annotations, and this snapshot is older than those that keep them. Make a new one."
                            .formatted(format.card().name()));
        }
    }

    /** {@return what a file of that format has a row for} What people wrote where nothing is compared is in their annotations. */
    public RowKind rowsOf(ExportFormat format) {
        boolean isWritten = sources != null && format.takesWrittenAnswers() && WrittenAnswers.areIn(sources.spec());
        return isWritten ? RowKind.ANNOTATION : format.card().rows();
    }

    /** {@return what was counted of files that are made of tasks and annotations; nothing of another format, and where it keeps none} */
    Optional<Counts> sourceCounts(ExportFormat format) {
        RowKind kind = rowsOf(format);
        return sources == null || kind == RowKind.PREFERENCE ? Optional.empty() : Optional.of(sources.counts(kind));
    }

    /** {@return how many of what a format has rows for there were to choose from when it was made} */
    public long rowsInFor(ExportFormat format) {
        return sourceCounts(format).map(Counts::all).orElse(rowsIn);
    }

    /** {@return how many rows a format may find in it, at most} */
    public long rowsFor(ExportFormat format) {
        Optional<Counts> ofSources = sourceCounts(format);
        if (ofSources.isPresent()) {
            return ofSources.get().lines();
        }
        return beside != null && format.ties() == Ties.ONE_AND_BOTH_BAD ? rows + beside.bothBad() : rows;
    }

    /**
     * {@return how many a format leaves out of what it was to choose from, by the reason's code}
     *
     * @param broken what it leaves out of the rows that it looks at, likewise. Where all ties are counted already, these are among them
     */
    public Map<String, Long> leftOutBy(ExportFormat format, Map<String, Long> broken) {
        boolean areTiesCounted = leftOutByTies.containsKey(Ties.NONE.name()) && format.ties() == Ties.NONE;
        Map<String, Long> found = notSelectedFor(format);
        broken.forEach((code, count) -> {
            if (!areTiesCounted || !code.equals(LeftOut.TIE_DROPPED.name())) {
                found.merge(code, count, Long::sum);
            }
        });
        return found;
    }

    private Map<String, Long> notSelectedFor(ExportFormat format) {
        Map<String, Long> found = new TreeMap<>();
        Optional<Counts> ofSources = sourceCounts(format);
        if (ofSources.isPresent()) {
            ofSources.get().leftOut().forEach((reason, count) -> found.put(reason.name(), count));
            return found;
        }
        Object ofTies = leftOutByTies.get(format.ties().name());
        (ofTies instanceof Map<?, ?> counts ? counts : leftOut)
                .forEach((code, count) -> found.put(String.valueOf(code), ((Number) count).longValue()));
        if (ofTies == null && beside != null && beside.bothBad() > 0 && format.ties() == Ties.ONE_AND_BOTH_BAD) {
            found.computeIfPresent(LeftOut.BOTH_BAD.name(),
                    (code, all) -> all == beside.bothBad() ? null : all - beside.bothBad());
        }
        return found;
    }

    /** {@return the hash of what it holds beside its rows; null of former versions} */
    public @Nullable String besideSha256() {
        return beside == null ? null : beside.sha256();
    }

    /** {@return the hash of what says whether files of another format than those of its rows are the same; null where it keeps none} */
    public @Nullable String sourcesSha256() {
        return sources == null ? null : sources.sha256();
    }

    /** {@return how many rows and pairs it holds} */
    long all() {
        return beside == null ? rows : rows + beside.bothBad() + beside.withoutRow();
    }
}
