package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.LeftOut;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.Inspection.Flaw;
import org.prefstream.export.format.RowKind;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a file would hold.
 *
 * @param rows what it has a row for: {@code task}, {@code annotation} or {@code preference}
 * @param rowsIn how many there are to choose from. Of preferences it is the pairs of answers that were judged, whatever was said
 * @param rowsOut how many lines the file would have
 * @param leftOut why it would not hold the others
 * @param warnings what may go wrong with the file
 * @param isRefused whether there is no such file, because {@code lint=strict} wants all rows or none
 */
public record DryRun(
        @JsonProperty("format") String format,
        @JsonProperty("rows") String rows,
        @JsonProperty("rows_in") long rowsIn,
        @JsonProperty("rows_out") long rowsOut,
        @JsonProperty("left_out") List<Finding> leftOut,
        @JsonProperty("size") Size size,
        @JsonProperty("warnings") List<Finding> warnings,
        @JsonProperty("refused") boolean isRefused) {

    /** The headers of an answer that says it. */
    public static final Map<String, List<String>> HEADERS = Map.of(HttpHeaders.CONTENT_TYPE,
            List.of(MediaType.APPLICATION_JSON));

    public DryRun {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
    }

    /** Writes it to out, as JSON. */
    public void write(OutputStream out) throws IOException {
        out.write(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return what is to be said of these counts}
     *
     * @param rows what the file has a row for
     * @param inspected what the format says of each row that the counts take, where it looks at them
     */
    public static DryRun of(ExportRequest request, RowKind rows, Counts counts, Optional<Inspection> inspected) {
        ExportFormat format = request.format();
        Stream<Finding> notSelected = counts.leftOutInOrder()
                .entrySet()
                .stream()
                .map(one -> new Finding(one.getKey().name(), one.getValue(), one.getKey().why()));
        Stream<Finding> notTaken = inspected.stream()
                .flatMap(found -> found.leftOut().stream())
                .filter(flaw -> !flaw.code().equals(LeftOut.TIE_DROPPED.name())) // not selected, either
                .map(Finding::of);
        return new DryRun(format.card().name(), rows.word(), counts.all(),
                inspected.map(Inspection::lines).orElse(counts.lines()), Stream.concat(notSelected, notTaken).toList(),
                size(request, counts, inspected), warnings(format, counts, inspected),
                inspected.filter(found -> LintHeaders.isRefused(found, request)).isPresent());
    }

    private static Size size(ExportRequest request, Counts counts, Optional<Inspection> inspected) {
        boolean isCompressed = request.compression() != Compression.NONE || request.file().equals(FileType.ZIP);
        return inspected.map(found -> new Size(found.bytes(), !isCompressed))
                .orElseGet(() -> new Size(counts.size().bytes(),
                        counts.size().isExact() && request.format().writesRecordsAsTheyAre() && !isCompressed));
    }

    private static List<Finding> warnings(ExportFormat format, Counts counts, Optional<Inspection> inspected) {
        List<Finding> warnings = new ArrayList<>();
        if (counts.conflicts() > 0 && inspected.isEmpty()) {
            warnings.add(Finding.of(Flaw.conflicts(counts.conflicts())));
        }
        inspected.ifPresent(found -> found.warnings().stream().map(Finding::of).forEach(warnings::add));
        if (inspected.isEmpty() && counts.lines() < format.rowsMin()) {
            warnings.add(
                    new Finding(Flaw.BELOW_MIN_ROWS, counts.lines(), "What reads this format needs at least %d row%s."
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
    public record Finding(
            @JsonProperty("code") String code,
            @JsonProperty("count") long count,
            @JsonProperty("detail") String detail) {

        static Finding of(Flaw flaw) {
            return new Finding(flaw.code(), flaw.count(), flaw.detail());
        }
    }

    /**
     * How large the file would be.
     *
     * @param isExact whether it has so many bytes, and not only about so many
     */
    public record Size(@JsonProperty("bytes") long bytes, @JsonProperty("exact") boolean isExact) {
    }
}
