package org.prefstream.kit.projection;

import java.util.Optional;

/**
 * Where a copy says which keys it holds: in a table with a row for each key, a {@code revision}, and the mark {@code deleted}. The
 * keys are read portion by portion in the order of the table's own index of them.
 */
public final class HeldKeys {

    private static final String ABOVE = """
            select cast(one.%1$s as text) as held, one.revision, one.deleted from %2$s one
            where one.%1$s > %3$s order by one.%1$s limit ?
            """;

    private final Optional<String> query;

    private HeldKeys(Optional<String> query) {
        this.query = query;
    }

    /** {@return the keys of a copy whose keys are numbers above 0; the column has the table's index} */
    public static HeldKeys ofNumbers(String table, String column) {
        return new HeldKeys(
                Optional.of(ABOVE.formatted(column, table, "cast(coalesce(nullif(?, ''), '0') as bigint)")));
    }

    /** {@return the keys of a copy whose keys are texts; the column has the table's index} */
    public static HeldKeys ofTexts(String table, String column) {
        return new HeldKeys(Optional.of(ABOVE.formatted(column, table, "?")));
    }

    /** {@return the keys of a copy that ignores deletions, because what it has taken belongs to this service} */
    public static HeldKeys none() {
        return new HeldKeys(Optional.empty());
    }

    /**
     * {@return the query of a portion, which finds keys with their revisions, and whether they are deleted; empty if nothing is held} Its parameters are the key
     * behind which the portion begins, which is empty for the first one, and how many keys it has at most.
     */
    public Optional<String> query() {
        return query;
    }
}
