package org.prefstream.export.download;

import java.util.ArrayList;
import java.util.List;

import org.prefstream.export.dataset.Counts;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.RowKind;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a file would hold.
 *
 * @param rows what it has a row for: {@code task}, {@code annotation} or {@code preference}
 * @param rowsIn how many there are to choose from. Of preferences it is the pairs of answers that were judged, whatever was said
 * @param rowsOut how many of them the file would hold
 * @param leftOut why it would not hold the others
 * @param warnings what may go wrong with the file
 */
record DryRun(
        @JsonProperty("format") String format,
        @JsonProperty("rows") String rows,
        @JsonProperty("rows_in") long rowsIn,
        @JsonProperty("rows_out") long rowsOut,
        @JsonProperty("left_out") List<Finding> leftOut,
        @JsonProperty("size") Size size,
        @JsonProperty("warnings") List<Finding> warnings) {

    DryRun {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    static DryRun of(ExportFormat format, Counts counts) {
        List<Finding> leftOut = counts.leftOutInOrder()
                .entrySet()
                .stream()
                .map(one -> new Finding(one.getKey().name(), one.getValue(), one.getKey().why()))
                .toList();
        RowKind rows = format.card().rows();
        return new DryRun(format.card().name(), rows.word(), counts.all(), counts.taken(), leftOut,
                new Size(counts.size().bytes(), counts.size().isExact() && format.writesRecordsAsTheyAre()),
                warnings(format, counts));
    }

    private static List<Finding> warnings(ExportFormat format, Counts counts) {
        List<Finding> warnings = new ArrayList<>();
        if (counts.conflicts() > 0) {
            warnings.add(new Finding("CONFLICTING_DUPLICATE", counts.conflicts(),
                    "Rows with the same prompt and the same two answers prefer the one and the other."));
        }
        if (counts.taken() < format.rowsMin()) {
            warnings.add(new Finding("BELOW_MIN_ROWS", counts.taken(), "What reads this format needs at least %d row%s."
                    .formatted(format.rowsMin(), format.rowsMin() == 1 ? "" : "s")));
        }
        return warnings;
    }

    /**
     * Something that people should know before they take the file.
     *
     * @param code the word for it, for programs
     * @param count how often
     * @param detail a sentence for people
     */
    record Finding(
            @JsonProperty("code") String code,
            @JsonProperty("count") long count,
            @JsonProperty("detail") String detail) {
    }

    /** @param isExact whether the file has so many bytes, and not only about so many */
    record Size(@JsonProperty("bytes") long bytes, @JsonProperty("exact") boolean isExact) {
    }
}
