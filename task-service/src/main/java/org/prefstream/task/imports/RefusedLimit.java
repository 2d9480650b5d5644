package org.prefstream.task.imports;

import java.util.ArrayList;
import java.util.List;

import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.RefusedRow;

/** Takes rows that cannot be imported, until there are so many that something is wrong with the whole import. For one thread. */
final class RefusedLimit {

    static final int ROWS_MAX = 100_000;
    private static final long CHARACTERS_MAX = 32L * 1024 * 1024;

    private List<RefusedRow> taken = new ArrayList<>();
    private long rows;
    private long characters;

    void take(RefusedRow row) {
        rows++;
        characters += row.text().length();
        if (rows > ROWS_MAX || characters > CHARACTERS_MAX) {
            throw ImportInvalid.tasks("More than " + ROWS_MAX
                    + " rows, or 32 MiB of them, cannot be imported, so nothing was stored. The last one, "
                    + row.place().words() + ": " + row.reason());
        }
        taken.add(row);
    }

    /** {@return those that were taken since this was asked last} */
    List<RefusedRow> next() {
        List<RefusedRow> next = taken;
        taken = new ArrayList<>();
        return next;
    }

    /** {@return how many were taken since that was asked last} */
    int size() {
        return taken.size();
    }
}
