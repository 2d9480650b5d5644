package org.prefstream.export.format.training;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.RowFile;
import org.prefstream.export.format.Rows;
import org.prefstream.labelstudio.json.Json;

/** The files that there are of the rows of a declaration. */
final class TrainingFile {

    private TrainingFile() {
    }

    /** {@return the rows that keep all rules} */
    static ExportFile data(Declaration declaration, ExportSource source) {
        return new RowFile<>(lines(declaration, source, source.preferences()), declaration.frame()::write);
    }

    /** {@return the lines of those of these records that keep all rules} */
    static Rows<byte[]> lines(Declaration declaration, ExportSource source, Rows<byte[]> records) {
        return taken(declaration, source, records, row -> lines(declaration, row));
    }

    /** {@return the lines of a row} */
    static Stream<byte[]> lines(Declaration declaration, TrainingRow row) {
        return declaration.lines(row).stream().map(Json::writeBytes);
    }

    /** {@return for each line of the data where it comes from} */
    static ExportFile provenance(Declaration declaration, ExportSource source, Rows<byte[]> recordsWithOrigin) {
        ProvenanceLine provenance = ProvenanceLine.of(source);
        return new RowFile<>(taken(declaration, source, recordsWithOrigin, row -> {
            byte[] line = json(provenance.of(row));
            return declaration.lines(row).stream().map(same -> line);
        }), Frame.LINES::write);
    }

    private static Rows<byte[]> taken(Declaration declaration, ExportSource source, Rows<byte[]> records,
            Function<TrainingRow, Stream<byte[]>> lines) {
        return () -> Linter.rows(declaration, source, records)
                .filter(Linter.Checked::isTaken)
                .map(Linter.Checked::row)
                .flatMap(lines);
    }

    /**
     * {@return the rows that break a rule, as their records are, and the first rule that each breaks; and behind them the pairs that have
     * no record}
     */
    static ExportFile rejected(Declaration declaration, ExportSource source) {
        return new RowFile<>(
                () -> Stream.concat(
                        Stream.concat(Linter.rows(declaration, source), Linter.impossibleTies(source))
                                .filter(checked -> !checked.isTaken() && checked.isCounted())
                                .map(TrainingFile::rejection),
                        source.untrainable().open().map(TrainingFile::untrainable)),
                Frame.LINES::write);
    }

    private static byte[] untrainable(byte[] pair) {
        Map<String, Object> keys = Json.readObject(pair);
        String code = String.valueOf(keys.get("code"));
        return json(TrainingRow.line("record_id", String.valueOf(keys.get("record_id")), "code", code, "detail",
                LintCode.why(code), "row", keys.getOrDefault("row", Map.of())));
    }

    private static byte[] rejection(Linter.Checked checked) {
        Linter.Breach breach = Objects.requireNonNull(checked.breach());
        return json(TrainingRow.line("record_id", checked.row().recordId(), "code", breach.code().name(), "detail",
                breach.detail(), "row", checked.row().keys()));
    }

    static byte[] json(Map<String, ? extends @Nullable Object> line) {
        return Json.write(line).getBytes(StandardCharsets.UTF_8);
    }
}
