package org.prefstream.contract;

import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A project as the other services need it: settings, and the labeling configuration as task-service parsed it.
 *
 * @param overlap how many distinct annotators each new task needs (Label Studio: maximum_annotations)
 * @param sampling {@code Sequential sampling}, {@code Uniform sampling} or {@code Uncertainty sampling}
 * @param skipQueue what a skip does: with {@code REQUEUE_FOR_OTHERS} or {@code REQUEUE_FOR_ME} the task is given out again,
 *        with {@code IGNORE_SKIPPED} the skip counts towards the overlap
 * @param enableEmptyAnnotation whether an annotation with an empty result is stored
 * @param asking how the page asks; null in records of former versions, which asked a pair alone
 * @param guidelinesVersion which version of its guidelines {@code expertInstruction} is; null in records of former versions, which
 *        counted none
 * @param labelConfigSha256 lower-case hex SHA-256 of the labeling configuration, as its text is in UTF-8; null in records of former
 *        versions
 * @param modelVersion the model by the scores of whose predictions tasks are ordered with {@code Uncertainty sampling}; empty, or null in
 *        records of former versions, where those of all models count
 */
public record ProjectRecord(
        @JsonProperty("project_id") long projectId,
        @JsonProperty("title") String title,
        @JsonProperty("expert_instruction") String expertInstruction,
        @JsonProperty("overlap") int overlap,
        @JsonProperty("sampling") String sampling,
        @JsonProperty("skip_queue") String skipQueue,
        @JsonProperty("show_skip_button") boolean showSkipButton,
        @JsonProperty("enable_empty_annotation") boolean enableEmptyAnnotation,
        @JsonProperty("comparison_spec") ComparisonSpec comparisonSpec,
        @JsonProperty("asking") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Asking asking,
        @JsonProperty("guidelines_version") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer guidelinesVersion,
        @JsonProperty("label_config_sha256") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String labelConfigSha256,
        @JsonProperty("model_version") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String modelVersion)
        implements
            TopicRecord {

    /**
     * How Prefstream's own page asks. Other clients, such as Label Studio's, know nothing of it.
     *
     * @param layout the configuration as the page needs it; null where it is not understood any more
     * @param asConfigured whether the page arranges tasks as the configuration says, and not in its own way
     * @param outcomes the verdicts on a pair that the page offers; {@link Outcome#PREFERENCE} is always one of them
     * @param strength whether a preference says how much better, from 1 to 3
     * @param changes whether annotators may change what they judged before
     * @param skipReason whether whoever skips a task is asked why
     * @param consistency whether a judged pair comes back after a while, so that annotators see how often they agree with themselves
     * @param wholeRankings whether an order must have all that is compared
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Asking(
            @JsonProperty("layout") @Nullable LayoutBox layout,
            @JsonProperty("as_configured") boolean asConfigured,
            @JsonProperty("outcomes") List<Outcome> outcomes,
            @JsonProperty("strength") boolean strength,
            @JsonProperty("changes") boolean changes,
            @JsonProperty("skip_reason") boolean skipReason,
            @JsonProperty("consistency") boolean consistency,
            @JsonProperty("whole_rankings") boolean wholeRankings) {

        /** What is asked where nothing else is said. */
        public static final Asking PAIR = new Asking(null, false,
                List.of(Outcome.PREFERENCE, Outcome.TIE, Outcome.BOTH_BAD, Outcome.CANNOT_JUDGE), false, true, false,
                false, false);

        public Asking {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** A project whose page asks a pair alone. */
    public ProjectRecord(long projectId, String title, String expertInstruction, int overlap, String sampling,
            String skipQueue, boolean showSkipButton, boolean enableEmptyAnnotation, ComparisonSpec comparisonSpec) {
        this(projectId, title, expertInstruction, overlap, sampling, skipQueue, showSkipButton, enableEmptyAnnotation,
                comparisonSpec, null, null, null, null);
    }

    /**
     * {@return the version of the guidelines that is in force: 0 while there never were any. Those of a project whose versions were not
     * counted yet are the first version, as its owner counts them too}
     */
    public int guidelines() {
        return guidelinesVersion == null ? expertInstruction.isEmpty() ? 0 : 1 : guidelinesVersion;
    }

    /** {@return how the page asks} */
    public Asking asks() {
        return asking == null ? Asking.PAIR : asking;
    }

    @Override
    public Topic topic() {
        return Topic.PROJECTS;
    }

    @Override
    public String key() {
        return Long.toString(projectId);
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
