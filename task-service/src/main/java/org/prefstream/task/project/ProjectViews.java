package org.prefstream.task.project;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ProjectView;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.project.Progress.Counts;

/** Shows projects in Label Studio's form. */
final class ProjectViews {

    private ProjectViews() {
    }

    /**
     * {@return the whole object}
     *
     * @param creator who made it; null where the account is gone
     * @param counts how far it is; null in the answer that creates it
     */
    static ProjectView of(Project project, @Nullable Account creator, @Nullable Counts counts) {
        Map<String, Object> settings = project.settings();
        Function<String, Object> setting = name -> Objects.requireNonNull(settings.get(name), name);
        Map<String, Object> controls = project.parsedLabelConfig();
        return new ProjectView(project.id(), project.title(), setting.apply("description"), project.labelConfig(),
                setting.apply("expert_instruction"), setting.apply("show_instruction"),
                setting.apply("show_skip_button"), setting.apply("enable_empty_annotation"),
                setting.apply("show_annotation_history"), 1, setting.apply("color"),
                setting.apply("maximum_annotations"), setting.apply("is_published"), setting.apply("model_version"),
                setting.apply("is_draft"), creator == null ? null : AccountViews.brief(creator), project.createdAt(),
                setting.apply("min_annotations_to_start_training"),
                setting.apply("start_training_on_annotation_update"), setting.apply("show_collab_predictions"),
                counts == null ? null : counts.annotated(), counts == null ? null : counts.tasks(),
                counts == null ? null : counts.useful(), counts == null ? null : counts.groundTruths(),
                counts == null ? null : counts.skipped(), counts == null ? null : counts.annotations(),
                counts == null ? null : counts.predictions(), setting.apply("sampling"),
                setting.apply("show_ground_truth_first"), setting.apply("annotator_evaluation_enabled"),
                setting.apply("show_overlap_first"), setting.apply("overlap_cohort_percentage"), null, null,
                project.controlWeights(), controls, setting.apply("evaluate_predictions_automatically"),
                !controls.isEmpty(), setting.apply("skip_queue"), setting.apply("reveal_preannotations_interactively"),
                "".equals(settings.get("pinned_at")) ? null : settings.get("pinned_at"),
                counts == null ? null : counts.finished(), counts == null ? 0 : counts.tasks(),
                counts == null ? 0 : counts.finished(), true, null, project.labelConfigWarnings());
    }

    /** {@return of the object only the keys named; all where none are} */
    static Object reduced(ProjectView view, Set<String> keys) {
        if (keys.isEmpty()) {
            return view;
        }
        Map<String, Object> members = Json.readObject(Json.write(view));
        members.keySet().retainAll(keys);
        return members;
    }

    /** {@return what {@code /api/projects/counts} says} */
    static ProjectView.Counts counts(long projectId, Counts counts) {
        return new ProjectView.Counts(projectId, counts.tasks(), counts.finished(), counts.predictions(),
                counts.annotations(), counts.annotated(), counts.useful(), counts.groundTruths(), counts.skipped());
    }
}
