package org.prefstream.export.delivery;

import java.util.Map;

import org.prefstream.export.download.LintHeaders;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.snapshot.Snapshot;

/**
 * What became of the pairs of answers that were judged when a snapshot was made; of tasks or annotations in a file that is made of these.
 *
 * @param judged how many there were
 * @param taken how many of them have a row in a file
 * @param leftOut how many have none, by the code of the reason: those that were not selected, and those that the format leaves out
 */
record PairCounts(long judged, long taken, Map<String, Long> leftOut) {

    /**
     * {@return the counts of a file}
     *
     * @param headers what was said of the file. A format that looks at no row says nothing, and takes all that was selected
     */
    static PairCounts of(Snapshot snapshot, ExportFormat format, Map<String, String> headers) {
        String broken = headers.get(LintHeaders.LEFT_OUT);
        Map<String, Long> leftOut = snapshot.leftOutBy(format, broken == null ? Map.of() : LintHeaders.read(broken));
        String pairs = headers.get(LintHeaders.PAIRS);
        long selected = snapshot.rowsInFor(format) - leftOut.values().stream().mapToLong(Long::longValue).sum();
        return new PairCounts(snapshot.rowsInFor(format), pairs == null ? selected : Long.parseLong(pairs), leftOut);
    }
}
