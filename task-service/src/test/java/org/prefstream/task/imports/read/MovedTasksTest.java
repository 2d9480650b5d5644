package org.prefstream.task.imports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prefstream.task.imports.read.Imports.json;
import static org.prefstream.task.imports.read.Imports.refusal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** Tasks as exports of this and of other installations, and older versions, write them. */
class MovedTasksTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Object> DATA = Map.of("prompt", "Which bird cannot fly?", "answer1",
            "The ostrich.", "answer2", "The swift.");

    @Test
    void readsWhatOurOwnExportWrites() {
        List<Object> right = List.of(Map.of("id", "k1", "from_name", "comparison", "to_name", "comparison", "type",
                "pairwise", "origin", "manual", "value", Map.of("selected", "right")));
        AnnotationRecord judged = annotation(13, right, false, new BigDecimal("3.5"));
        AnnotationRecord skipped = annotation(14, List.of(), true, null);
        TaskRecord task = new TaskRecord(7, 1, 1, DATA, Map.of("batch", 2), NEW_YEAR, NEW_YEAR, 1, 1, 2, "", "train",
                List.of(new TaskRecord.Prediction(8, "m-1", new BigDecimal("0.25"))));

        List<ImportItem> items = json(Json.write(List.of(ExportedTaskView.of(task, List.of(judged, skipped)))));

        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.data()).isEqualTo(DATA);
            assertThat(item.meta()).isEqualTo(Map.of("batch", 2));
            assertThat(item.predictions()).isEmpty();
            assertThat(item.leftOut()).isEqualTo(new ImportItem.LeftOut(1, 0));
            assertThat(item.annotations()).containsExactly(read(judged, "annotations[0]"),
                    read(skipped, "annotations[1]"));
        });
    }

    private static AnnotationRecord annotation(long id, List<Object> result, boolean wasCancelled,
            @Nullable BigDecimal leadTime) {
        return new AnnotationRecord(id, 7, 1, 3, 4, result, wasCancelled, true, NEW_YEAR, NEW_YEAR.plusNanos(1_000),
                leadTime, new UUID(1, id), null, null, List.of(), List.of(1, 0), "", null, 901L,
                wasCancelled ? "Both are cut off." : null);
    }

    private static ImportedAnnotation read(AnnotationRecord annotation, String path) {
        return new ImportedAnnotation(path, List.copyOf(annotation.result()), annotation.wasCancelled(),
                annotation.leadTime(), new ImportedAnnotation.Author(3L, null), true, annotation.createdAt(),
                annotation.updatedAt(), annotation.uniqueId(), annotation.annotationId(), annotation.skipReason());
    }

    @Test
    void readsCompletionsAsAnnotations() {
        ImportItem item = json("""
                {"id":4,"task_path":"/1.json","data":{"prompt":"p"},
                 "annotations":[{"result":[]}],
                 "completions":[{"id":77,"created_at":1767225600,"lead_time":5.25,"result":[{"a":1}]},
                                {"result":[],"skipped":true},{"result":[],"was_cancelled":true,"honeypot":true}]}""")
                .get(0);

        assertThat(item.annotations()).extracting(ImportedAnnotation::path)
                .containsExactly("annotations[0]", "completions[0]", "completions[1]", "completions[2]");
        assertThat(item.annotations().get(1))
                .isEqualTo(new ImportedAnnotation("completions[0]", List.of(Map.of("a", 1)), false,
                        new BigDecimal("5.25"), null, false, NEW_YEAR, NEW_YEAR, null, 77L, null));
        assertThat(item.annotations()).extracting(ImportedAnnotation::wasCancelled)
                .containsExactly(false, false, true, true);
        assertThat(item.annotations().get(3).groundTruth()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1e-30", "1e14", "999999999999999", "999999999999999.999999999999999999999999999999"})
    void takesEveryLeadTimeThatASubmitTakes(String leadTime) {
        BigDecimal submitted = Fields.of("{\"lead_time\":" + leadTime + "}").notNegative("lead_time").orElseThrow();

        assertThat(json("{\"data\":{},\"annotations\":[{\"result\":[],\"lead_time\":" + leadTime + "}]}").get(0)
                .annotations()
                .get(0)
                .leadTime()).isEqualTo(submitted);
    }

    @Test
    void countsWhatExportsHoldAndNobodyCanUseElsewhere() {
        ImportItem item = json(
                """
                        {"data":{"prompt":"p"},"predictions":[8,{"result":[]},9007199254740993],"drafts":[{"id":5},6],
                         "total_predictions":2,"inner_id":1,"file_upload":null,"annotations":[{"result":null,"prediction":{}}]}""")
                .get(0);

        assertThat(item.leftOut()).isEqualTo(new ImportItem.LeftOut(2, 2));
        assertThat(item.predictions()).hasSize(1);
        assertThat(item.annotations().get(0).result()).isEmpty();
        assertThat(json("{\"data\":{},\"predictions\":[],\"drafts\":null}").get(0).leftOut())
                .isEqualTo(new ImportItem.LeftOut(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"result":[],"was_cancelled":true,"skipped":false}|true|false
            {"result":[],"skipped":true,"honeypot":true}|true|true
            {"result":[{"a":1}],"was_cancelled":null,"ground_truth":true}|false|true
            {"result":null}|false|false
            """)
    void readsWhetherACompletionWasSkippedOrKnownToBeRight(String completion, boolean skipped, boolean right) {
        ImportedAnnotation read = json("{\"data\":{},\"completions\":[" + completion + "]}").get(0)
                .annotations()
                .get(0);

        assertThat(read.wasCancelled()).isEqualTo(skipped);
        assertThat(read.groundTruth()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "predictions":[1,2,3]|0|3|0
            "predictions":[{"id":8,"result":[],"model_version":"m-1","task":3}]|1|0|0
            "predictions":null,"drafts":[{"id":5,"result":[]}]|0|0|1
            "predictions":[{"result":null},8],"drafts":[]|1|1|0
            """)
    void countsWhatIsKeptAndWhatIsLeftOut(String members, int predictions, int ids, int drafts) {
        ImportItem item = json("{\"data\":{}," + members + "}").get(0);

        assertThat(item.predictions()).hasSize(predictions);
        assertThat(item.leftOut()).isEqualTo(new ImportItem.LeftOut(ids, drafts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "completions":[{"result":[],"skipped":"yes"}]|completions[0].skipped must be true or false
            "completions":[{"result":[],"honeypot":1}]|completions[0].honeypot must be true or false
            "completions":[{"result":[]},77]|completions[1] must be an object
            "completions":{"result":[]}|"completions" must be a list
            "completions":[{"result":[],"created_at":"1600000021"}]|completions[0].created_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970
            "predictions":[null]|predictions[0] must be an object
            "predictions":[[8]]|predictions[0] must be an object
            "predictions":8|"predictions" must be a list
            "predictions":[{"model_version":"m-1"}]|predictions[0].result must be a list of objects
            "predictions":[{"result":[],"model_version":["m-1"]}]|predictions[0].model_version must be a text or a number
            "predictions":[{"result":[],"model_version":{"id":1}}]|predictions[0].model_version must be a text or a number
            "predictions":[{"result":[],"score":"0,75"}]|predictions[0].score must be a number, the text of a number, or null
            "predictions":[{"result":[],"score":true}]|predictions[0].score must be a number or null
            "annotations":[{"result":[],"created_at":"2024-05-06T07:08:09"}]|annotations[0].created_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970
            "annotations":[{"result":[],"updated_at":1715000000000}]|annotations[0].updated_at must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970
            "annotations":[{"result":[],"unique_id":"{02593920-5ead-4a41-b9c4-070b0b0fb35b}"}]|annotations[0].unique_id must be a UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b, or null
            "annotations":[{"result":[],"completed_by":"ann@prefstream.test"}]|annotations[0].completed_by must be the id of a user, an object with an email or an id, or null
            "annotations":[{"result":[],"completed_by":[5]}]|annotations[0].completed_by must be the id of a user, an object with an email or an id, or null
            "annotations":[{"result":[],"completed_by":{"id":"5"}}]|annotations[0].completed_by must be the id of a user, an object with an email or an id, or null
            "annotations":[{"result":[],"completed_by":{"id":5,"email":7}}]|annotations[0].completed_by must be the id of a user, an object with an email or an id, or null
            """)
    void namesTheMemberThatNobodyCouldUnderstand(String members, String message) {
        assertThat(refusal("{\"data\":{}," + members + "}").message())
                .startsWith("Error at item 0: " + message + " :: ");
    }
}
