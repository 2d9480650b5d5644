package org.prefstream.export.format.training;

import java.util.ArrayList;
import java.util.List;

import org.prefstream.export.format.Inspection.Flaw;

/**
 * What a consumer says of whole files.
 *
 * @param rowsMin how many rows it needs
 * @param rowsMax how many rows it takes
 * @param bytesMax how many bytes it takes
 * @param rowsAdvised how many rows it recommends at least
 */
record FileLimits(long rowsMin, long rowsMax, long bytesMax, long rowsAdvised) {

    static final long MEGABYTE = 1_000_000;

    /** A consumer that says nothing; loaders fail on a file of no row. */
    static final FileLimits NONE = atLeast(1);

    static FileLimits atLeast(long rows) {
        return new FileLimits(rows, Long.MAX_VALUE, Long.MAX_VALUE, 0);
    }

    FileLimits atMostRows(long rows) {
        return new FileLimits(rowsMin, rows, bytesMax, rowsAdvised);
    }

    FileLimits atMostBytes(long bytes) {
        return new FileLimits(rowsMin, rowsMax, bytes, rowsAdvised);
    }

    FileLimits advising(long rows) {
        return new FileLimits(rowsMin, rowsMax, bytesMax, rows);
    }

    /** {@return whether a file may be too large in bytes} */
    boolean hasBytesMax() {
        return bytesMax != Long.MAX_VALUE;
    }

    /** {@return what a consumer will not take of a file} */
    List<Flaw> flaws(long rows, long bytes) {
        List<Flaw> flaws = new ArrayList<>();
        if (rows < rowsMin) {
            flaws.add(new Flaw(Flaw.BELOW_MIN_ROWS, rows,
                    "What reads this format needs at least %d row%s.".formatted(rowsMin, rowsMin == 1 ? "" : "s")));
        }
        if (rows >= rowsMin && rows < rowsAdvised) {
            flaws.add(new Flaw(Flaw.BELOW_ADVISED_ROWS, rows,
                    "The documentation of this format recommends at least %d rows.".formatted(rowsAdvised)));
        }
        if (rows > rowsMax) {
            flaws.add(new Flaw("OVER_MAX_ROWS", rows,
                    "What reads this format takes at most %d rows.".formatted(rowsMax)));
        }
        if (bytes > bytesMax) {
            flaws.add(new Flaw("FILE_TOO_BIG", bytes,
                    "What reads this format takes at most %d bytes.".formatted(bytesMax)));
        }
        return flaws;
    }
}
