package org.prefstream.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.labelstudio.view.ExportedAnnotationView;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;
import org.prefstream.labelstudio.view.FloatNumber;

/** The four formats that Label Studio has too. */
class LabelStudioFormatsTest {

    private static final Map<String, ExportFormat> FORMATS = Map.of("JSON", new JsonFormat(), "JSON_MIN",
            new JsonMinFormat(), "CSV", new CsvFormat(), "TSV", new TsvFormat());

    private static final ExportFormat JSON = format("JSON");
    private static final ExportFormat CSV = format("CSV");

    private static ExportFormat format(String name) {
        return Objects.requireNonNull(FORMATS.get(name), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "JSON_MIN", "CSV", "TSV"})
    void areCalledAsInLabelStudio(String name) {
        assertThat(format(name).card().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "sample", "recorded", "awkward"})
    void writesJsonToTheByteAsLabelStudioDoes(String golden) throws IOException {
        assertThat(written(JSON, Golden.tasks(golden))).isEqualTo(Golden.text(golden + "/export.json"));
    }

    @ParameterizedTest
    @CsvSource({"sample,JSON_MIN,export-min.json", "sample,CSV,export.csv", "sample,TSV,export-tab.csv",
            "recorded,JSON_MIN,export-min.json", "recorded,CSV,export.csv", "recorded,TSV,export-tab.csv",
            "awkward,JSON_MIN,export-min.json", "awkward,CSV,export.csv", "awkward,TSV,export-tab.csv"})
    void writesTheSmallerFormatsToTheByteAsLabelStudioDoes(String golden, String format, String file)
            throws IOException {
        assertThat(written(format(format), Golden.tasks(golden))).isEqualTo(Golden.text(golden + "/" + file));
    }

    @ParameterizedTest
    @CsvSource({"JSON,'[]'", "JSON_MIN,'[\n\n]'",
            "CSV,'\"annotation_id\",\"annotator\",\"created_at\",\"lead_time\",\"updated_at\"\r\n'",
            "TSV,'\"annotation_id\"\t\"annotator\"\t\"created_at\"\t\"lead_time\"\t\"updated_at\"\r\n'"})
    void writesAnEmptyProjectAndKnowsIt(String format, String file) throws IOException {
        assertThat(written(format(format), List.of())).isEqualTo(file);
        assertThat(GivenRows.tasks(List.of()).areNone(format(format))).isTrue();
    }

    @Test
    void writesNumbersAsTheyWereSent() throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("a", 12);
        data.put("b", new BigInteger("123456789012345678901234567890"));
        data.put("c", new BigDecimal("1.50"));
        data.put("d", new BigDecimal("1E+2"));
        data.put("e", 9007199254740993L);

        assertThat(written(JSON, List.of(task(1, data)))).contains(
                "\"data\":{\"a\":12,\"b\":123456789012345678901234567890,\"c\":1.50,\"d\":1E+2,\"e\":9007199254740993}");
        assertThat(written(CSV, List.of(task(1, data)))).contains(
                "\r\n12,\"\",\"\",123456789012345678901234567890,1.50,\"\",1E+2,9007199254740993,1,\"\",\"\"\r\n");
    }

    @Test
    void writesMomentsWithSixDigitsWhateverTheyAre() throws IOException {
        ExportedTaskView whole = task(1, Map.of());

        assertThat(written(JSON, List.of(whole))).contains("\"created_at\":\"2026-11-23T00:00:00.000000Z\"")
                .contains("\"updated_at\":\"2026-11-23T00:00:00.123456Z\"");
    }

    @Test
    void sortsColumnsByCodePointAndNotByTheirEncoding() throws IOException {
        var data = Map.<String, Object>of("\uffee", 1, "\ud83d\ude00", 2, "Z", 3, "a", 4);

        assertThat(written(CSV, List.of(task(1, data)))).startsWith(
                "\"Z\",\"a\",\"annotation_id\",\"annotator\",\"created_at\",\"id\",\"lead_time\",\"updated_at\",\"\uffee\",\"😀\"\r\n");
    }

    @Test
    void keepsRankingsAndUnknownControlsAsLists() throws IOException {
        var spec = new ComparisonSpec(List.of(),
                List.of(new Control("rank", "ranker", List.of("answers"), List.of(), false, 0, false)));
        var region = Map.<String, Object>of("from_name", "rank", "type", "ranker", "value",
                Map.of("ranker", List.of("b", "a")));

        String file = written(CSV, spec, List.of(task(1, Map.of(), annotation(5, List.of(region)))));

        assertThat(file).contains(",\"[{\"\"ranker\"\":[\"\"b\"\",\"\"a\"\"]}]\",");
    }

    @ParameterizedTest
    @CsvSource({"stars_0_0,true", "stars_1_12,true", "stars_0,false", "stars_0_0_0,false", "stars_-1_0,false",
            "Xstars_0_0,false"})
    void knowsTheAnswersOfARepeaterWithinAnother(String name, boolean isKnown) throws IOException {
        var spec = new ComparisonSpec(List.of(),
                List.of(new Control("stars_{{t}}_{{a}}", "rating", List.of("a"), List.of(), false, 5, false, null,
                        List.of(new Repeat(0, "$turns", "{{t}}", null),
                                new Repeat(1, "$turns[{{t}}].answers", "{{a}}", null)))));
        var region = Map.<String, Object>of("from_name", name, "value", Map.of("rating", 4));

        String file = written(CSV, spec, List.of(task(1, Map.of(), annotation(5, List.of(region)))));

        assertThat(file.contains('"' + name + '"')).isEqualTo(isKnown);
        assertThat(file.contains("\"[{\"\"rating\"\":4}]\"")).isEqualTo(isKnown);
    }

    @Test
    void knowsTheAnswersOfARepeaterByTheirIndex() throws IOException {
        var spec = new ComparisonSpec(List.of(), List.of(new Control("quality_{{idx}}", "choices", List.of("a"),
                List.of(), false, 0, false, null, List.of(new Repeat(0, "$answers", "{{idx}}", null)))));
        List<Object> result = List.of(Map.of("from_name", "quality_1", "value", Map.of("choices", List.of("Good"))),
                Map.of("from_name", "quality_x", "value", Map.of("choices", List.of("Bad"))));

        String file = written(CSV, spec, List.of(task(1, Map.of(), annotation(5, result))));

        assertThat(file).contains("\"quality_1\"", "\"Good\"").doesNotContain("quality_x", "Bad");
    }

    @Test
    void passesOverRegionsThatAreNone() throws IOException {
        var odd = new ArrayList<Object>(List.of("text", Map.of("from_name", 3), Map.of("from_name", "quality"),
                Map.of("from_name", "tie", "value", Map.of("choices", "Tie"))));
        odd.add(null);

        assertThat(written(CSV, List.of(task(1, Map.of(), annotation(5, odd)))))
                .contains("1,2.5,\"[{}]\",\"{\"\"choices\"\":\"\"Tie\"\"}\",");
    }

    @Test
    void refusesATableOfTooManyColumnsBeforeWritingAnything() {
        Stream<ExportedTaskView> tasks = IntStream.rangeClosed(0, Columns.COLUMNS_MAX)
                .mapToObj(i -> task(i, Map.of("key" + i, i)));
        var out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> GivenRows.tasks(() -> tasks).writeTo(out, CSV)).isInstanceOf(ExportRefused.class)
                .hasMessageContaining("10000")
                .hasMessageContaining("JSON");
        assertThat(out.size()).isZero();
    }

    @Test
    void breaksOffRatherThanLosesAColumnThatCameLate() {
        var opened = new AtomicInteger();
        Rows<ExportedTaskView> changing = () -> Stream.of(task(1, Map.of("key" + opened.getAndIncrement(), 1)));

        assertThatThrownBy(() -> GivenRows.tasks(changing).as(CSV)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("task 1");
    }

    @ParameterizedTest
    @CsvSource({"JSON,1", "JSON_MIN,1", "CSV,2", "TSV,2"})
    void writesRowsWhileItReadsThemAndClosesTheSource(String format, int passes) throws IOException {
        var out = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        var closed = new AtomicInteger();
        Rows<ExportedTaskView> rows = () -> IntStream.range(0, 20_000).mapToObj(i -> {
            sizes.add(out.size());
            return task(i, Map.of("prompt", "a prompt of some length, so that buffers fill"));
        }).onClose(closed::incrementAndGet);

        GivenRows.tasks(rows).writeTo(out, format(format));

        assertThat(sizes).hasSize(passes * 20_000);
        assertThat(out.size() - sizes.get(sizes.size() - 1)).as("written after the last row was read")
                .isLessThan(64_000);
        assertThat(closed).hasValue(passes);
    }

    @ParameterizedTest
    @CsvSource({"JSON,false", "JSON_MIN,true", "CSV,true", "TSV,true"})
    void aTaskThatWasOnlySkippedIsARowOfNoFormatButJson(String format, boolean isEmpty) {
        ExportedTaskView skipped = task(1, Map.of(), skip(5));

        assertThat(GivenRows.tasks(List.of(skipped)).areNone(format(format))).isEqualTo(isEmpty);
        assertThat(GivenRows.tasks(List.of(skipped, task(2, Map.of()))).areNone(format(format))).isFalse();
    }

    @Test
    void writesWhatEndsALineForSomeReadersAsLabelStudioDoes() throws IOException {
        Map<String, Object> data = Map.of("prompt", "\u0085\u2028\u2029");

        for (ExportFormat format : FORMATS.values()) {
            assertThat(written(format, List.of(task(1, data)))).contains("\u0085\u2028\u2029");
        }
    }

    private static String written(ExportFormat format, List<ExportedTaskView> tasks) throws IOException {
        return written(format, Golden.SPEC, tasks);
    }

    private static String written(ExportFormat format, ComparisonSpec spec, List<ExportedTaskView> tasks)
            throws IOException {
        return GivenRows.tasks(tasks).configuredBy(spec).as(format);
    }

    @Test
    void jsonNamesAuthorsByAddressWhereThatIsWanted() throws IOException {
        GivenRows rows = GivenRows.tasks(List.of(task(1, Map.of(), annotation(5, List.of()))));

        assertThat(rows.as(JSON)).contains("\"completed_by\":1,");
        assertThat(rows.with("authors").as(JSON)).contains(
                "\"completed_by\":{\"id\":1,\"email\":\"ann@prefstream.test\",\"first_name\":\"Ann\",\"last_name\":\"Lee\"},");
    }

    static ExportedTaskView task(long id, Map<String, Object> data, ExportedAnnotationView... annotations) {
        return new ExportedTaskView(id, List.of(annotations), List.of(), List.of(), data, Map.of(),
                Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-23T00:00:00.123456789Z"), id,
                annotations.length, 0, 1, null);
    }

    private static ExportedAnnotationView annotation(long id, @Nullable List<Object> result) {
        return annotation(id, result, false);
    }

    private static ExportedAnnotationView skip(long id) {
        return annotation(id, List.of(), true);
    }

    private static ExportedAnnotationView annotation(long id, @Nullable List<Object> result, boolean wasCancelled) {
        Instant moment = Instant.parse("2026-11-23T00:00:00Z");
        return new ExportedAnnotationView(id, new ExportedAuthor(1, null), result, wasCancelled, false, moment, moment,
                null, FloatNumber.of(new BigDecimal("2.50")), new UUID(0, id), null, 1, 1, 1L, null, null, null, 0);
    }
}
