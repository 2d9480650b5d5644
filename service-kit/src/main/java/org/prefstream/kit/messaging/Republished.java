package org.prefstream.kit.messaging;

import java.util.List;

import org.prefstream.contract.Topic;

import io.smallrye.mutiny.Uni;

/**
 * What the owner of a topic has of it, for when the topic is filled again, and for when a copy asks what it has missed. There is one
 * such bean for each topic whose states the owner keeps. {@link Republication} and {@code /internal/present} find them all.
 */
public interface Republished {

    /** {@return the topic} */
    Topic topic();

    /** {@return the table of what is published, one row for each state, with a column {@code id} that only grows for new rows} */
    String table();

    /** {@return an SQL expression for about how many bytes follow from a row of the table, which has the alias {@code one}} */
    String bytes();

    /**
     * Makes the entries that publish the present states again, by the code that published them first. It runs in the Panache
     * transaction of the caller. It locks the rows that carry the keys' revisions before it reads anything, as whoever changes them
     * does. Otherwise an older state could follow a newer one, and compaction keeps what comes last.
     *
     * @param ids of rows of the table, ascending; some may be gone by now
     * @return entries with the present revisions
     */
    Uni<List<OutboxEntry>> entries(List<Long> ids);

    /** {@return what should be the id of the row of the table from which this key of the topic follows} */
    default String rowId(String key) {
        return key;
    }

    /**
     * {@return an SQL condition for whether a row of the table, with the alias {@code one}, has the key {@code asked.key}} It is not
     * so for a key whose deletion was recorded, although the row is still there.
     */
    String has();

    /** {@return an SQL expression for the name of the sequence that gives the table's ids} */
    default String sequence() {
        return "pg_get_serial_sequence('%s', 'id')".formatted(table());
    }

    /** {@return an SQL expression for the highest id that the table's rows were ever given} */
    default String highestGiven() {
        return "coalesce(pg_sequence_last_value(cast(%s as regclass)), 0)".formatted(sequence());
    }
}
