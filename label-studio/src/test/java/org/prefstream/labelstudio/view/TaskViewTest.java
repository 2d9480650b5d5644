package org.prefstream.labelstudio.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.databind.util.RawValue;

class TaskViewTest {

    private static final Instant AT = Instant.parse("2026-11-23T03:00:00.123456Z");
    private static final TaskState UNTOUCHED = new TaskState(5, 7, 1, new RawValue("{\"n\":1.50}"), Map.of(), AT, AT,
            null, false, 2, 0, 0, 0, null);
    private static final TaskState JUDGED = new TaskState(5, 7, 1, Map.of("n", 1), Map.of("a", "b"), AT, AT, 8L, true,
            2, 2, 1, 2, AT);

    @Test
    void aListedTaskHasItsAnnotationsOnlyWhereThePathShowsThem() {
        String alone = "{\"id\":5,\"data\":{\"n\":1.50},\"meta\":{},\"created_at\":\"2026-11-23T03:00:00.123456Z\","
                + "\"updated_at\":\"2026-11-23T03:00:00.123456Z\",\"is_labeled\":false,\"overlap\":2,\"inner_id\":1,"
                + "\"total_annotations\":0,\"cancelled_annotations\":0,\"total_predictions\":0,\"comment_count\":0,"
                + "\"unresolved_comment_count\":0,\"last_comment_updated_at\":null,\"project\":7,\"updated_by\":null,"
                + "\"file_upload\":null,\"comment_authors\":[]}";

        assertThat(Json.write(ListedTaskView.of(UNTOUCHED))).isEqualTo(alone);
        assertThat(Json.write(ListedTaskView.of(UNTOUCHED, List.of(), List.of())))
                .isEqualTo(alone.replace("[]}", "[],\"annotations\":[],\"predictions\":[]}"));
    }

    @Test
    void aFullTaskSumsUpWhatStandsBesideIt() {
        List<AnnotationOfTask> annotations = List.of(
                new AnnotationOfTask(11, 3L, new BigDecimal("2.5"), Map.of("id", 11)),
                new AnnotationOfTask(12, 3L, null, Map.of("id", 12)),
                new AnnotationOfTask(13, 4L, new BigDecimal("4"), Map.of("id", 13)),
                new AnnotationOfTask(14, null, null, Map.of("id", 14)));
        List<PredictionView> predictions = List.of(prediction("m1", new BigDecimal("0.5")), prediction("m1", null),
                prediction("m2", new BigDecimal("0.25")));
        String lists = "\"predictions\":" + Json.write(predictions)
                + ",\"annotations\":[{\"id\":11},{\"id\":12},{\"id\":13},{\"id\":14}],";
        String full = "{\"id\":5," + lists + "\"drafts\":[],\"annotators\":[3,4],\"inner_id\":1,"
                + "\"cancelled_annotations\":1,\"total_annotations\":2,\"total_predictions\":2,"
                + "\"completed_at\":\"2026-11-23T03:00:00.123456Z\",\"annotations_results\":\"\","
                + "\"predictions_results\":\"\",\"predictions_score\":0.375,\"file_upload\":null,\"storage_filename\":null,"
                + "\"annotations_ids\":\"11,12,13,14\",\"predictions_model_versions\":\"m1,m2\",\"avg_lead_time\":3.25,"
                + "\"draft_exists\":false,\"updated_by\":[{\"user_id\":8}],\"data\":{\"n\":1},\"meta\":{\"a\":\"b\"},"
                + "\"created_at\":\"2026-11-23T03:00:00.123456Z\",\"updated_at\":\"2026-11-23T03:00:00.123456Z\","
                + "\"is_labeled\":true,\"overlap\":2,\"comment_count\":0,\"unresolved_comment_count\":0,"
                + "\"last_comment_updated_at\":null,\"project\":7,\"comment_authors\":[]}";

        assertThat(Json.write(new FullTaskView(JUDGED, annotations, predictions, null, true))).isEqualTo(full);
        assertThat(Json.write(new FullTaskView(JUDGED, annotations, predictions, null, false)))
                .isEqualTo(full.replace(lists, ""));
        assertThat(Json.write(new FullTaskView(UNTOUCHED, List.of(), List.of(), null, false))).contains(
                "\"completed_at\":null", "\"predictions_score\":null", "\"avg_lead_time\":null", "\"updated_by\":[]",
                "\"annotations_ids\":\"\"");
    }

    @Test
    void theNextTaskStandsAlone() {
        assertThat(Json.write(new NextTaskView(UNTOUCHED, "lock"))).isEqualTo(
                "{\"id\":5,\"predictions\":[],\"annotations\":[],\"drafts\":[],\"updated_by\":[],\"unique_lock_id\":\"lock\","
                        + "\"data\":{\"n\":1.50},\"meta\":{},\"created_at\":\"2026-11-23T03:00:00.123456Z\","
                        + "\"updated_at\":\"2026-11-23T03:00:00.123456Z\",\"is_labeled\":false,\"overlap\":2,\"inner_id\":1,"
                        + "\"total_annotations\":0,\"cancelled_annotations\":0,\"total_predictions\":0,\"comment_count\":0,"
                        + "\"unresolved_comment_count\":0,\"last_comment_updated_at\":null,\"project\":7,"
                        + "\"file_upload\":null,\"comment_authors\":[],\"queue\":\"Sequence queue\"}");
    }

    @Test
    void aPredictionHasLabelStudiosKeys() {
        assertThat(Json.write(prediction("m1", new BigDecimal("0.50")))).isEqualTo(
                "{\"id\":9,\"result\":[{\"a\":1.0}],\"model_version\":\"m1\",\"score\":0.50,\"cluster\":null,"
                        + "\"neighbors\":null,\"mislabeling\":0.0,\"created_at\":\"2026-11-23T03:00:00.123456Z\","
                        + "\"updated_at\":\"2026-11-23T03:00:00.123456Z\",\"model\":null,\"model_run\":null,\"task\":5,"
                        + "\"project\":7}");
    }

    @Test
    void anAnnotationInAListHasLabelStudiosKeys() {
        assertThat(Json.write(new ListedAnnotationView(11, new RawValue("[]"), 3, true, false, AT, AT, null, 5150L, 5,
                7, 4, "Both are cut off.", 0)))
                .isEqualTo("{\"id\":11,\"result\":[],\"completed_by\":3,\"was_cancelled\":true,\"ground_truth\":false,"
                        + "\"created_at\":\"2026-11-23T03:00:00.123456Z\","
                        + "\"updated_at\":\"2026-11-23T03:00:00.123456Z\",\"draft_created_at\":null,"
                        + "\"lead_time\":null,\"import_id\":5150,\"last_action\":null,\"bulk_created\":false,"
                        + "\"task\":5,\"project\":7,\"updated_by\":4,\"parent_prediction\":null,"
                        + "\"parent_annotation\":null,\"last_created_by\":null,"
                        + "\"skip_reason\":\"Both are cut off.\"}");
    }

    @Test
    void aSkipInAListHasNoResult() {
        assertThat(Json.write(new ListedAnnotationView(11, null, 3, true, false, AT, AT, null, null, 5, 7, 4, null, 0)))
                .startsWith("{\"id\":11,\"result\":null,\"completed_by\":3,\"was_cancelled\":true,")
                .contains("\"import_id\":null,")
                .doesNotContain("skip_reason");
    }

    private static PredictionView prediction(String model, @Nullable BigDecimal score) {
        return new PredictionView(9, new RawValue("[{\"a\":1.0}]"), model, null, score, AT, AT, 5, 7);
    }
}
