package org.prefstream.export.dataset;

import java.util.List;

/**
 * Some changes of rows, in order.
 *
 * @param reached the position behind which to read on
 * @param isLast whether there was nothing behind these when they were read
 */
public record RowPage(List<RowChange> changes, long reached, boolean isLast) {

    public RowPage {
        changes = List.copyOf(changes);
    }
}
