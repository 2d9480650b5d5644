package org.prefstream.kit.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Rows of the outbox by id and nonce. An id alone names no row for ever, because a database that failed over or was restored gives
 * it out again.
 *
 * @param ids the rows' ids
 * @param nonces the nonce of each of them, in the same order
 */
record RowNames(List<Long> ids, List<Long> nonces) {

    RowNames {
        ids = List.copyOf(ids);
        nonces = List.copyOf(nonces);
        if (ids.size() != nonces.size()) {
            throw new IllegalArgumentException("%d ids and %d nonces".formatted(ids.size(), nonces.size()));
        }
    }

    /** {@return the names of these rows} */
    static RowNames of(List<OutboxRow> rows) {
        return new RowNames(rows.stream().map(OutboxRow::id).toList(), rows.stream().map(OutboxRow::nonce).toList());
    }

    /** {@return all rows that are named} */
    static RowNames all(Collection<RowNames> several) {
        List<Long> ids = new ArrayList<>();
        List<Long> nonces = new ArrayList<>();
        several.forEach(names -> {
            ids.addAll(names.ids);
            nonces.addAll(names.nonces);
        });
        return new RowNames(ids, nonces);
    }

    int size() {
        return ids.size();
    }
}
