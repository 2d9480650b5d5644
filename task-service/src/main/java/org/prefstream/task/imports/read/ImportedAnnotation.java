package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.SkipReason;

/**
 * An annotation that comes with a task.
 *
 * @param path what messages call it, such as {@code annotations[0]}
 * @param result Label Studio's result: objects as they were sent, not yet compared with the configuration
 * @param wasCancelled whether its author skipped the task
 * @param leadTime seconds that it took; null where nobody measured it
 * @param completedBy who made it; null where it does not say
 * @param groundTruth whether it is known to be right; false where it does not say
 * @param createdAt when it was made; null where neither that nor its last change is known
 * @param updatedAt when it was changed last; null where neither that nor its beginning is known
 * @param uniqueId the sender's own id; null where there is none
 * @param importId the id that it had where it comes from; null where it had none, or none that is a whole number
 * @param skipReason why its author skipped the task; null where it does not say
 */
public record ImportedAnnotation(
        String path,
        List<Object> result,
        boolean wasCancelled,
        @Nullable BigDecimal leadTime,
        @Nullable Author completedBy,
        boolean groundTruth,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable UUID uniqueId,
        @Nullable Long importId,
        @Nullable String skipReason) {

    /** What a submit takes at most (kit's {@code Fields.notNegative}): what one installation exported another one imports. */
    private static final BigDecimal LEAD_TIME_BELOW = BigDecimal.TEN.pow(15);

    public ImportedAnnotation {
        result = List.copyOf(result);
    }

    /**
     * A person as an import names them: by address, which means the same person everywhere, or by an id of this installation.
     * An id that stands beside an address is another installation's and means nothing here.
     *
     * @param id of an account here; null where there is an address
     * @param email address of an account here; null where there is none
     */
    public record Author(@Nullable Long id, @Nullable String email) {

        private static final String MEMBER = "completed_by";

        static @Nullable Author in(Members members) {
            Object author = members.get(MEMBER);
            if (author == null) {
                return null;
            }
            Map<String, Object> person = Json.asObject(author);
            if (person != null && person.get("email") instanceof String email && !email.isBlank()) {
                return new Author(null, email);
            }
            boolean byId = person == null || person.get("email") == null;
            Long id = Members.id(person == null ? author : person.get("id"));
            if (!byId || id == null) {
                throw members.flaw(MEMBER, "must be the id of a user, an object with an email or an id, or null");
            }
            return new Author(id, null);
        }
    }

    /**
     * Reads an annotation in Label Studio's form.
     *
     * @param json as it was sent
     * @param path what messages call it, such as {@code annotations[0]}
     * @throws IllegalArgumentException naming the member that is wrong and what would be right
     */
    public static ImportedAnnotation of(@Nullable Object json, String path) {
        Members members = Members.of(json, path);
        Instant updatedAt = members.moment("updated_at");
        Instant createdAt = members.moment("created_at");
        boolean skipped = members.flag("was_cancelled");
        return new ImportedAnnotation(path, members.objects("result"), skipped, leadTime(members), Author.in(members),
                members.flag("ground_truth"), createdAt == null ? updatedAt : createdAt,
                updatedAt == null ? createdAt : updatedAt, members.uuid("unique_id"), Members.id(members.get("id")),
                skipReason(members, skipped));
    }

    /**
     * Reads one of the {@code completions} that old versions of Label Studio had in place of annotations.
     *
     * @param path what messages call it, such as {@code completions[0]}
     * @throws IllegalArgumentException naming the member that is wrong and what would be right
     */
    public static ImportedAnnotation ofCompletion(@Nullable Object json, String path) {
        ImportedAnnotation read = of(json, path);
        Members members = Members.of(json, path);
        return new ImportedAnnotation(path, read.result, read.wasCancelled || members.flag("skipped"), read.leadTime,
                read.completedBy, read.groundTruth || members.flag("honeypot"), read.createdAt, read.updatedAt,
                read.uniqueId, read.importId, read.skipReason);
    }

    private static @Nullable String skipReason(Members members, boolean skipped) {
        try {
            return SkipReason.read(members.get(SkipReason.FIELD), skipped);
        } catch (IllegalArgumentException refused) {
            throw members.flaw(SkipReason.FIELD, Objects.requireNonNull(refused.getMessage()));
        }
    }

    private static @Nullable BigDecimal leadTime(Members members) {
        BigDecimal leadTime = members.number("lead_time");
        if (leadTime != null && (leadTime.signum() < 0 || leadTime.compareTo(LEAD_TIME_BELOW) >= 0)) {
            throw members.flaw("lead_time", "must be seconds, zero or more and below 10^15, or null");
        }
        return leadTime;
    }
}
