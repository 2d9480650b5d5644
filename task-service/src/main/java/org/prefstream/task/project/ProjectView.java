package org.prefstream.task.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.project.Progress.Counts;

/** A project as Label Studio's API shows it, all 50 keys in their order. */
final class ProjectView {

    /** Keys that stand in the settings, in the order of the answer between the computed ones. */
    private static final List<String> FIRST = List.of("expert_instruction", "show_instruction", "show_skip_button",
            "enable_empty_annotation", "show_annotation_history");
    private static final List<String> SECOND = List.of("color", "maximum_annotations", "is_published", "model_version",
            "is_draft");
    private static final List<String> THIRD = List.of("min_annotations_to_start_training",
            "start_training_on_annotation_update", "show_collab_predictions");
    private static final List<String> FOURTH = List.of("sampling", "show_ground_truth_first",
            "annotator_evaluation_enabled", "show_overlap_first", "overlap_cohort_percentage");

    private ProjectView() {
    }

    /** {@return the whole object} */
    static Map<String, @Nullable Object> of(Project project, @Nullable Account creator, @Nullable Counts counts) {
        Map<String, Object> settings = project.settings();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", project.id());
        view.put("title", project.title);
        view.put("description", settings.get("description"));
        view.put("label_config", project.labelConfig);
        copy(settings, FIRST, view);
        view.put("organization", 1);
        copy(settings, SECOND, view);
        view.put("created_by", creator == null ? null : AccountViews.brief(creator));
        view.put("created_at", project.createdAt);
        copy(settings, THIRD, view);
        counters(counts, view);
        copy(settings, FOURTH, view);
        view.put("task_data_login", null);
        view.put("task_data_password", null);
        meaning(project, settings, view);
        queue(settings, counts, view);
        return view;
    }

    /** {@return of the object only the keys named; all where none are} */
    static Map<String, @Nullable Object> reduced(Map<String, @Nullable Object> view, Set<String> keys) {
        if (!keys.isEmpty()) {
            view.keySet().retainAll(keys);
        }
        return view;
    }

    /** {@return what {@code /api/projects/counts} says} */
    static Map<String, @Nullable Object> counts(long projectId, Counts counts) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", projectId);
        view.put("task_number", counts.tasks());
        view.put("finished_task_number", counts.finished());
        view.put("total_predictions_number", counts.predictions());
        view.put("total_annotations_number", counts.annotations());
        view.put("num_tasks_with_annotations", counts.annotated());
        view.put("useful_annotation_number", counts.useful());
        view.put("ground_truth_number", counts.groundTruths());
        view.put("skipped_annotations_number", counts.skipped());
        return view;
    }

    private static void counters(@Nullable Counts counts, Map<String, @Nullable Object> view) {
        view.put("num_tasks_with_annotations", counts == null ? null : counts.annotated());
        view.put("task_number", counts == null ? null : counts.tasks());
        view.put("useful_annotation_number", counts == null ? null : counts.useful());
        view.put("ground_truth_number", counts == null ? null : counts.groundTruths());
        view.put("skipped_annotations_number", counts == null ? null : counts.skipped());
        view.put("total_annotations_number", counts == null ? null : counts.annotations());
        view.put("total_predictions_number", counts == null ? null : counts.predictions());
    }

    private static void meaning(Project project, Map<String, Object> settings, Map<String, @Nullable Object> view) {
        Map<String, Object> controls = Json.readObject(project.parsedLabelConfig);
        view.put("control_weights", Json.readObject(project.controlWeights));
        view.put("parsed_label_config", controls);
        view.put("evaluate_predictions_automatically", settings.get("evaluate_predictions_automatically"));
        view.put("config_has_control_tags", !controls.isEmpty());
    }

    private static void queue(Map<String, Object> settings, @Nullable Counts counts,
            Map<String, @Nullable Object> view) {
        view.put("skip_queue", settings.get("skip_queue"));
        view.put("reveal_preannotations_interactively", settings.get("reveal_preannotations_interactively"));
        view.put("pinned_at", "".equals(settings.get("pinned_at")) ? null : settings.get("pinned_at"));
        view.put("finished_task_number", counts == null ? null : counts.finished());
        view.put("queue_total", counts == null ? 0 : counts.tasks());
        view.put("queue_done", counts == null ? 0 : counts.finished());
        view.put("config_suitable_for_bulk_annotation", true);
        view.put("state", null);
    }

    private static void copy(Map<String, Object> settings, List<String> names, Map<String, @Nullable Object> view) {
        names.forEach(name -> view.put(name, settings.get(name)));
    }
}
