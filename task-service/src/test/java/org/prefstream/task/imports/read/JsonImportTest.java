package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.prefstream.task.imports.read.Imports.NOTHING;
import static org.prefstream.task.imports.read.Imports.PAIR;
import static org.prefstream.task.imports.read.Imports.json;
import static org.prefstream.task.imports.read.Imports.part;
import static org.prefstream.task.imports.read.Imports.read;
import static org.prefstream.task.imports.read.Imports.refusal;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.json.Json;

class JsonImportTest {

    private static final String ONE = "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}";
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Object> ONE_DATA = Map.of("prompt", "p", "answer1", "a", "answer2", "b");

    @ParameterizedTest
    @ValueSource(strings = {ONE, "[" + ONE + "]", " \r\n\t" + ONE + "\n\n", "\uFEFF[" + ONE + "]",
            "{\"data\":" + ONE + ",\"id\":7,\"drafts\":[]}",
            "[{\"data\":" + ONE + ",\"meta\":null,\"annotations\":null}]"})
    void readsOneTaskHoweverItIsWrapped(String body) {
        assertThat(read(PAIR, part(ImportFormat.JSON, body))).singleElement().satisfies(item -> {
            assertThat(item.index()).isZero();
            assertThat(item.data()).isEqualTo(ONE_DATA);
            assertThat(item.meta()).isEmpty();
            assertThat(item.annotations()).isEmpty();
            assertThat(item.predictions()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,%s]", "%s\n%s", "%s\r\n\r\n%s\n", "%s %s", "%s%s"})
    void readsSeveralTasksAsAnArrayOrOneAfterAnother(String form) {
        List<ImportItem> items = read(PAIR,
                part(ImportFormat.JSON_LINES, String.format(form, ONE, ONE.replace("p\"", "q\""))));

        assertThat(items).extracting(ImportItem::index).containsExactly(0L, 1L);
        assertThat(items.get(1).data()).containsEntry("prompt", "q");
    }

    @Test
    void keepsKeysInOrderAndNumbersExact() {
        String data = "{\"z\":1.10,\"a\":12345678901234567890,\"m\":[0.1000,-5,1e5,1E-7,4294967296,true,null],\"n\":{}}";

        ImportItem item = json(data).get(0);

        assertThat(item.data())
                .containsExactly(Map.entry("z", new BigDecimal("1.10")),
                        Map.entry("a", new BigInteger("12345678901234567890")), Map
                                .entry("m",
                                        Arrays.asList(new BigDecimal("0.1000"), -5, new BigDecimal("1e5"),
                                                new BigDecimal("1E-7"), 4294967296L, true, null)),
                        Map.entry("n", Map.of()));
        assertThat(Json.write(item.data())).isEqualTo(data.replace("1e5", "1E+5"));
    }

    @Test
    void keepsTextBeyondAsciiAndKnowsItsLength() {
        String data = "{\"日本\":\"é😀\\u2028\\n\\\"\\\\\\u0001 \",\"e\":[[],{},\"\"],\"f\":false}";

        ImportItem item = json(data).get(0);

        assertThat(Json.write(item.data())).isEqualTo(data);
        assertThat(item.jsonBytes()).isEqualTo(Json.write(item.data()).getBytes(StandardCharsets.UTF_8).length);
        assertThat(json("{\"\\ud83d\\ude00\":\"\\ud83d\\ude00\"}").get(0).data()).containsEntry("😀", "😀");
    }

    @Test
    void takesTheLastOfEqualKeys() {
        assertThat(json("{\"a\":1,\"b\":2,\"a\":3}").get(0).data()).containsExactly(Map.entry("a", 3),
                Map.entry("b", 2));
    }

    @Test
    void readsAnnotationsAndPredictions() {
        ImportItem item = json(
                """
                        {"data":{"prompt":"p"},"meta":{"source":"s"},
                         "annotations":[{"id":4,"result":[{"type":"pairwise"}],"was_cancelled":false,"lead_time":12.50,"completed_by":7,
                                         "ground_truth":true,"created_at":"2026-01-01T00:00:00Z"},
                                        {"result":[],"was_cancelled":true,"completed_by":{"id":3,"email":"ann@example.org"},"skip_reason":" Cut off. "},
                                        {"result":[],"completed_by":{"email":"bo@example.org"},"lead_time":null,"ground_truth":null}],
                         "predictions":[{"result":[{"a":1}],"score":0.20,"model_version":"m1"},{"result":[],"score":1},{"result":[]}]}
                        """)
                .get(0);

        assertThat(item.data()).isEqualTo(Map.of("prompt", "p"));
        assertThat(item.meta()).isEqualTo(Map.of("source", "s"));
        assertThat(item.annotations()).containsExactly(
                new ImportedAnnotation("annotations[0]", List.of(Map.of("type", "pairwise")), false,
                        new BigDecimal("12.50"), new ImportedAnnotation.Author(7L, null), true, NEW_YEAR, NEW_YEAR,
                        null, 4L, null),
                new ImportedAnnotation("annotations[1]", List.of(), true, null,
                        new ImportedAnnotation.Author(null, "ann@example.org"), false, null, null, null, null,
                        "Cut off."),
                new ImportedAnnotation("annotations[2]", List.of(), false, null,
                        new ImportedAnnotation.Author(null, "bo@example.org"), false, null, null, null, null, null));
        assertThat(item.predictions()).containsExactly(
                new ImportedPrediction(List.of(Map.of("a", 1)), new BigDecimal("0.20"), "m1"),
                new ImportedPrediction(List.of(), BigDecimal.ONE, "undefined"),
                new ImportedPrediction(List.of(), null, "undefined"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":5}|5|
            {"id":5,"email":null}|5|
            5|5|
            {"id":5,"email":"Ann@Example.org"}||Ann@Example.org
            {"id":"x","email":"ann@example.org"}||ann@example.org
            {"email":"ann@example.org","first_name":"Ann"}||ann@example.org
            """)
    void letsAnAddressDecideWhoMadeAnAnnotation(String author, @Nullable Long id, @Nullable String email) {
        assertThat(annotation("\"completed_by\":" + author).completedBy())
                .isEqualTo(new ImportedAnnotation.Author(id, email));
    }

    @Test
    void readsWhenAnAnnotationWasMadeAndWhatItWasCalled() {
        ImportedAnnotation full = annotation("""
                "id":5150,"created_at":"2026-01-01T02:00:00+02:00","updated_at":1767225601.5,
                "unique_id":"02593920-5EAD-4a41-b9c4-070b0b0fb35b","import_id":3""");
        ImportedAnnotation changed = annotation("\"updated_at\":\"2026-01-01T00:00:00Z\",\"id\":\"five\"");

        assertThat(full.createdAt()).isEqualTo(NEW_YEAR);
        assertThat(full.updatedAt()).isEqualTo(NEW_YEAR.plusMillis(1_500));
        assertThat(full.uniqueId()).isEqualTo(UUID.fromString("02593920-5ead-4a41-b9c4-070b0b0fb35b"));
        assertThat(full.importId()).isEqualTo(5150);
        assertThat(changed.createdAt()).isEqualTo(NEW_YEAR).isEqualTo(changed.updatedAt());
        assertThat(changed.importId()).isNull();
        assertThat(annotation("\"created_at\":null,\"unique_id\":null").createdAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"model_version":1700000042,"score":0.75}|1700000042|0.75
            {"model_version":1.50,"score":"0.75"}|1.50|0.75
            {"model_version":12345678901234567890,"score":" 1 "}|12345678901234567890|1
            {"model_version":"m-1","score":"7.5e-1"}|m-1|0.75
            {"model_version":null,"score":".5"}|undefined|0.5
            {"model_version":"","score":null}|``|
            {"model_version":-2.5E+3,"score":-1}|-2500|-1
            {"model_version":"007","score":"+0.5"}|007|0.5
            {"score":0}|undefined|0
            """)
    void readsWhatScriptsCallAModelAndItsScore(String members, String model, @Nullable BigDecimal score) {
        ImportedPrediction prediction = json(
                "{\"data\":{},\"predictions\":[" + members.replaceFirst("\\{", "{\"result\":[],") + "]}").get(0)
                .predictions()
                .get(0);

        assertThat(prediction.modelVersion()).isEqualTo(model);
        assertThat(prediction.score()).isEqualTo(score);
    }

    private static ImportedAnnotation annotation(String members) {
        return json("{\"data\":{},\"annotations\":[{\"result\":[]," + members + "}]}").get(0).annotations().get(0);
    }

    @Test
    void leavesAnnotationsWithoutDataToTheData() {
        assertThat(json("{\"annotations\":5}").get(0).data()).isEqualTo(Map.of("annotations", 5));
    }

    @Test
    void countsItemsThroughAllFilesAndNamesTheFileThatIsBroken() {
        byte[] one = ONE.getBytes(StandardCharsets.UTF_8);
        byte[] broken = (ONE + "{]").getBytes(StandardCharsets.UTF_8);

        assertThat(read(PAIR, part("a.json", ImportFormat.JSON, one),
                part("empty.json", ImportFormat.JSON, new byte[0]), part("b.json", ImportFormat.JSON, one)))
                .extracting(ImportItem::index)
                .containsExactly(0L, 1L);
        assertThat(refusal(PAIR, part("a.json", ImportFormat.JSON, one), part("b\n.json", ImportFormat.JSON, broken))
                .message()).startsWith("b\\u000a.json: JSON parse error - ");
        assertThat(refusal(NOTHING, part("a.json", ImportFormat.JSON, one),
                part("b.csv", ImportFormat.CSV, "a\n1\n1,2".getBytes(StandardCharsets.UTF_8))).message())
                .isEqualTo("b.csv: line 3: the row has 2 values, but the header names 1 column");
    }

    @Test
    void knowsTheColumnsThatAllFilesHave() {
        try (TaskSource tasks = TaskSource
                .open(List.of(part(ImportFormat.JSON, "[{\"b\":1,\"a\":1,\"c\":1},{\"x\":1}]"),
                        part(ImportFormat.CSV, "c,b\n1,2\n")), NOTHING)) {
            assertThat(tasks.next().data()).hasSize(3);
            assertThat(tasks.dataColumns()).containsExactly("b", "a", "c");
            tasks.forEachRemaining(item -> {
            });
            assertThat(tasks.dataColumns()).containsExactly("b", "c");
            assertThat(tasks.hasNext()).isFalse();
            assertThatThrownBy(tasks::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closesWhatItOpenedAlsoInTheMiddle() {
        List<String> closed = new ArrayList<>();
        ImportPart part = new ImportPart(null, ImportFormat.JSON,
                () -> new ByteArrayInputStream("[{},{}]".getBytes(StandardCharsets.UTF_8)) {

                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                });
        try (TaskSource tasks = TaskSource.open(List.of(part), NOTHING)) {
            tasks.next();
            assertThat(closed).isEmpty();
        }
        assertThat(closed).isNotEmpty();
    }

}
