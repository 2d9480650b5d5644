package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.export.format.EveryFormat;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.GivenRows;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;
import org.prefstream.labelstudio.json.Json;

/**
 * The formats of columns have the rows of TRL, whose golden files say what these are. They leave none out: that something can be trained
 * on is seen to before.
 */
class ColumnFormatsTest {

    /** Half of a character cannot be written as UTF-8. */
    private static final String HALF = "half a wave \ud83d";
    static final List<String> COLUMNS = List.of("PARQUET", "HF");
    private static final List<String> DOUBLES = List.of("margin", "lead_time_s");
    private static final List<String> LONGS = List.of("project_id", "task_id", "annotation_id", "revision",
            "annotator_id", "votes", "votes_for");

    static Stream<Arguments> files() {
        return EveryFormat.all()
                .filter(format -> format.card().rows() == RowKind.PREFERENCE && COLUMNS.contains(format.card().name()))
                .flatMap(format -> Stream.of("texts", "conversations", "ties").map(sets -> Arguments.of(format, sets)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void hasTheseRows(ExportFormat format, String sets) throws IOException {
        List<String> records = switch (sets) {
            case "texts" -> JudgedSets.texts();
            case "conversations" -> JudgedSets.conversations();
            default -> JudgedSets.ties(Ties.TWO);
        };
        List<Map<String, Object>> expected = golden(sets).lines().map(ColumnFormatsTest::row).toList();

        List<Map<String, Object>> rows = ParquetRows.read(parquet(format, GivenRows.preferences(records::stream)));

        assertThat(expected).hasSizeGreaterThanOrEqualTo(10);
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i)).containsAllEntriesOf(expected.get(i));
        }
    }

    /** {@return the columns of a line, as their types have them} */
    private static Map<String, Object> row(String line) {
        Map<String, Object> row = new LinkedHashMap<>(Json.readObject(line));
        row.replaceAll((key, value) -> {
            if (DOUBLES.contains(key)) {
                return new BigDecimal(value.toString()).doubleValue();
            }
            if (LONGS.contains(key)) {
                return ((Number) value).longValue();
            }
            return key.equals("submitted_at")
                    ? ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse((String) value))
                    : value.equals(HALF) ? HALF.replace('\ud83d', '?') : value;
        });
        return row;
    }

    private static String golden(String sets) throws IOException {
        try (InputStream in = ColumnFormatsTest.class.getResourceAsStream("/formats/TRL/" + sets + ".jsonl")) {
            return new String(Objects.requireNonNull(in, sets).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(JudgedSets.LONG_MARK, JudgedSets.LONG)
                    .replace(JudgedSets.HUGE_MARK, JudgedSets.HUGE);
        }
    }

    private static byte[] parquet(ExportFormat format, GivenRows given) throws IOException {
        var out = new ByteArrayOutputStream();
        given.writeTo(out, format);
        if (!format.card().file().equals(FileType.ZIP)) {
            return out.toByteArray();
        }
        try (var folder = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = folder.getNextEntry(); entry != null; entry = folder.getNextEntry()) {
                if (entry.getName().equals("data/train-00000-of-00001.parquet")) {
                    return folder.readAllBytes();
                }
            }
        }
        throw new AssertionError("the folder has no shard");
    }
}
