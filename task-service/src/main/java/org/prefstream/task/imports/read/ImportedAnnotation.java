package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * An annotation that comes with a task.
 *
 * @param result Label Studio's result: objects as they were sent, not yet compared with the configuration
 * @param wasCancelled whether its author skipped the task
 * @param leadTime seconds that it took; null where nobody measured it
 * @param completedBy who made it; null where it does not say
 * @param groundTruth whether it is known to be right; false where it does not say
 */
public record ImportedAnnotation(
        List<Object> result,
        boolean wasCancelled,
        @Nullable BigDecimal leadTime,
        @Nullable Author completedBy,
        boolean groundTruth) {

    /** Some thirty years in seconds. */
    private static final BigDecimal LEAD_TIME_MAX = new BigDecimal("1000000000");

    public ImportedAnnotation {
        result = List.copyOf(result);
    }

    /**
     * A person as an import names them.
     *
     * @param id of an account here; null where only the address is known
     * @param email address of an account here; null where only the id is known
     */
    public record Author(@Nullable Long id, @Nullable String email) {
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
        BigDecimal leadTime = members.number("lead_time");
        if (leadTime != null && (leadTime.signum() < 0 || leadTime.compareTo(LEAD_TIME_MAX) > 0)) {
            throw members.flaw("lead_time", "must be seconds from 0 to " + LEAD_TIME_MAX + ", or null");
        }
        return new ImportedAnnotation(members.objects("result"), members.flag("was_cancelled"), leadTime,
                author(members), members.flag("ground_truth"));
    }

    private static @Nullable Author author(Members members) {
        Object author = members.get("completed_by");
        if (author == null) {
            return null;
        }
        Long id = Members.id(author);
        String email = null;
        if (Json.asObject(author) != null) {
            Members named = Members.of(author, "completed_by");
            id = Members.id(named.get("id"));
            email = named.get("email") instanceof String text && !text.isBlank() ? text : null;
        }
        if (id == null && email == null) {
            throw members.flaw("completed_by", "must be the id of a user, an object with an id or an email, or null");
        }
        return new Author(id, email);
    }
}
