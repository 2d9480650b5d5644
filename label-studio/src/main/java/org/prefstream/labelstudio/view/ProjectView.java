package org.prefstream.labelstudio.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A project as Label Studio's API shows it, its keys in Label Studio's order; behind them what is ours: how the labeling page asks,
 * and the warnings of the configuration.
 *
 * @param createdBy who made it; null where the account is gone
 * @param numTasksWithAnnotations like all counts null in the answer that creates the project, where nothing is counted yet
 * @param controlWeights Label Studio's weights by control
 * @param parsedLabelConfig Label Studio's reading of the configuration by control
 * @param labelingLayout {@code automatic}, {@code standard} or {@code configured}: how the labeling page arranges a task
 * @param allowTie like the other two whether the labeling page offers that verdict on a pair
 * @param askStrength whether the labeling page asks how much better an answer is
 * @param allowChanges whether annotators may change on the labeling page what they judged before
 * @param askSkipReason whether the labeling page asks why a task is skipped
 * @param checkConsistency whether the labeling page asks a judged pair again after a while, for the annotator alone
 * @param allowPartialRanking whether the labeling page takes an order that leaves something out
 * @param guidelinesVersion which version of the guidelines {@code expertInstruction} is; 0 while there never were any
 * @param labelConfigWarnings what the configuration contains and is not understood, each with tag and line
 * @param memberNumber how many annotators are members
 * @param requiredDataColumns the keys that the data of each task must have, because the configuration shows them
 * @param settingsWithoutEffect the names of settings that mean nothing to the configuration, such as ties where no pair is compared
 * @param judgedAt when somebody last judged, edited or skipped a task; null if nobody has, and for annotators
 */
public record ProjectView(
        @JsonProperty("id") long id,
        @JsonProperty("title") String title,
        @JsonProperty("description") String description,
        @JsonProperty("label_config") String labelConfig,
        @JsonProperty("expert_instruction") String expertInstruction,
        @JsonProperty("show_instruction") boolean showInstruction,
        @JsonProperty("show_skip_button") boolean showSkipButton,
        @JsonProperty("enable_empty_annotation") boolean enableEmptyAnnotation,
        @JsonProperty("show_annotation_history") boolean showAnnotationHistory,
        @JsonProperty("organization") long organization,
        @JsonProperty("color") String color,
        @JsonProperty("maximum_annotations") int maximumAnnotations,
        @JsonProperty("is_published") boolean isPublished,
        @JsonProperty("model_version") String modelVersion,
        @JsonProperty("is_draft") boolean isDraft,
        @JsonProperty("created_by") @Nullable PersonView createdBy,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("min_annotations_to_start_training") int minAnnotationsToStartTraining,
        @JsonProperty("start_training_on_annotation_update") boolean startTrainingOnAnnotationUpdate,
        @JsonProperty("show_collab_predictions") boolean showCollabPredictions,
        @JsonProperty("num_tasks_with_annotations") @Nullable Long numTasksWithAnnotations,
        @JsonProperty("task_number") @Nullable Long taskNumber,
        @JsonProperty("useful_annotation_number") @Nullable Long usefulAnnotationNumber,
        @JsonProperty("ground_truth_number") @Nullable Long groundTruthNumber,
        @JsonProperty("skipped_annotations_number") @Nullable Long skippedAnnotationsNumber,
        @JsonProperty("total_annotations_number") @Nullable Long totalAnnotationsNumber,
        @JsonProperty("total_predictions_number") @Nullable Long totalPredictionsNumber,
        @JsonProperty("sampling") String sampling,
        @JsonProperty("show_ground_truth_first") boolean showGroundTruthFirst,
        @JsonProperty("annotator_evaluation_enabled") boolean annotatorEvaluationEnabled,
        @JsonProperty("show_overlap_first") boolean showOverlapFirst,
        @JsonProperty("overlap_cohort_percentage") int overlapCohortPercentage,
        @JsonProperty("task_data_login") @Nullable String taskDataLogin,
        @JsonProperty("task_data_password") @Nullable String taskDataPassword,
        @JsonProperty("control_weights") Map<String, Object> controlWeights,
        @JsonProperty("parsed_label_config") Map<String, Object> parsedLabelConfig,
        @JsonProperty("evaluate_predictions_automatically") boolean evaluatePredictionsAutomatically,
        @JsonProperty("config_has_control_tags") boolean configHasControlTags,
        @JsonProperty("skip_queue") String skipQueue,
        @JsonProperty("reveal_preannotations_interactively") boolean revealPreannotationsInteractively,
        @JsonProperty("pinned_at") @Nullable String pinnedAt,
        @JsonProperty("finished_task_number") @Nullable Long finishedTaskNumber,
        @JsonProperty("queue_total") long queueTotal,
        @JsonProperty("queue_done") long queueDone,
        @JsonProperty("config_suitable_for_bulk_annotation") boolean configSuitableForBulkAnnotation,
        @JsonProperty("state") @Nullable String state,
        @JsonProperty("labeling_layout") String labelingLayout,
        @JsonProperty("allow_tie") boolean allowTie,
        @JsonProperty("allow_both_bad") boolean allowBothBad,
        @JsonProperty("allow_cannot_judge") boolean allowCannotJudge,
        @JsonProperty("ask_strength") boolean askStrength,
        @JsonProperty("allow_changes") boolean allowChanges,
        @JsonProperty("ask_skip_reason") boolean askSkipReason,
        @JsonProperty("check_consistency") boolean checkConsistency,
        @JsonProperty("allow_partial_ranking") boolean allowPartialRanking,
        @JsonProperty("guidelines_version") int guidelinesVersion,
        @JsonProperty("label_config_warnings") List<String> labelConfigWarnings,
        @JsonProperty("member_number") @Nullable Long memberNumber,
        @JsonProperty("required_data_columns") List<String> requiredDataColumns,
        @JsonProperty("judged_at") @Nullable Instant judgedAt,
        @JsonProperty("settings_without_effect") List<String> settingsWithoutEffect) {

    /**
     * What Label Studio counts of a project.
     *
     * @param finishedTaskNumber tasks that need nobody any more
     * @param totalAnnotationsNumber without those that were skipped
     * @param usefulAnnotationNumber annotations to be counted, not to check others by
     */
    public record Counts(
            @JsonProperty("id") long id,
            @JsonProperty("task_number") long taskNumber,
            @JsonProperty("finished_task_number") long finishedTaskNumber,
            @JsonProperty("total_predictions_number") long totalPredictionsNumber,
            @JsonProperty("total_annotations_number") long totalAnnotationsNumber,
            @JsonProperty("num_tasks_with_annotations") long numTasksWithAnnotations,
            @JsonProperty("useful_annotation_number") long usefulAnnotationNumber,
            @JsonProperty("ground_truth_number") long groundTruthNumber,
            @JsonProperty("skipped_annotations_number") long skippedAnnotationsNumber) {
    }
}
