package org.prefstream.kit.messaging;

import java.util.List;

/**
 * What was read of the rows that wait.
 *
 * @param rows the next batch, in the order of ids
 * @param lowest the lowest id of all rows that wait and are not under way, which the batch need not hold; {@link #NOTHING_WAITS} if
 *        there are none
 */
record OutboxHead(List<OutboxRow> rows, long lowest) {

    static final long NOTHING_WAITS = Long.MAX_VALUE;

    OutboxHead {
        rows = List.copyOf(rows);
    }

    /** {@return what is said by the oldest rows that wait} */
    static OutboxHead of(List<OutboxRow> oldest) {
        return new OutboxHead(oldest, oldest.isEmpty() ? NOTHING_WAITS : oldest.get(0).id());
    }
}
