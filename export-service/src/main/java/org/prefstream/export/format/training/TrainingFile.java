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

/** The files that there are of the rows of a format. */
final class TrainingFile {

    private TrainingFile() {
    }

    /** {@return the rows that keep all rules} */
    static ExportFile data(TrainingFormat format, ExportSource source) {
        return new RowFile<>(lines(format, source), format.frame()::write);
    }

    /** {@return the lines of the rows that keep all rules} */
    static Rows<byte[]> lines(TrainingFormat format, ExportSource source) {
        return taken(format, source, source.preferences(), row -> lines(format, row));
    }

    /** {@return the lines of a row} */
    static Stream<byte[]> lines(TrainingFormat format, TrainingRow row) {
        return format.lines(row).stream().map(Json::writeBytes);
    }

    /** {@return for each line of the data where it comes from} */
    static ExportFile provenance(TrainingFormat format, ExportSource source) {
        ProvenanceLine provenance = ProvenanceLine.of(source);
        return new RowFile<>(taken(format, source, source.preferencesWithOrigin(), row -> {
            byte[] line = json(provenance.of(row));
            return format.lines(row).stream().map(same -> line);
        }), Frame.LINES::write);
    }

    private static Rows<byte[]> taken(TrainingFormat format, ExportSource source, Rows<byte[]> records,
            Function<TrainingRow, Stream<byte[]>> lines) {
        return () -> Linter.rows(format, source, records)
                .filter(Linter.Checked::isTaken)
                .map(Linter.Checked::row)
                .flatMap(lines);
    }

    /**
     * {@return the rows that break a rule, as their records are, and the first rule that each breaks; and behind them the pairs that have
     * no record}
     */
    static ExportFile rejected(TrainingFormat format, ExportSource source) {
        return new RowFile<>(
                () -> Stream.concat(
                        Linter.rows(format, source)
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
