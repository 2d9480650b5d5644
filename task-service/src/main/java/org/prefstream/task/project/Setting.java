package org.prefstream.task.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.tag.TagType;

/**
 * A setting of a project by Label Studio's name, the last nine by ours: what it may be and what it is when nobody says. Those that
 * mean nothing here are kept and given back, so that scripts find what they wrote.
 */
enum Setting {

    DESCRIPTION("description", "", text()),
    INSTRUCTION("expert_instruction", "", text()),
    SHOW_INSTRUCTION("show_instruction", false, flag()),
    SHOW_SKIP("show_skip_button", true, flag()),
    ALLOW_EMPTY("enable_empty_annotation", true, flag()),
    SHOW_HISTORY("show_annotation_history", false, flag()),
    COLOR("color", "#FFFFFF", word()),
    OVERLAP("maximum_annotations", 1, whole(1, 1_000)),
    PUBLISHED("is_published", false, flag()),
    MODEL_VERSION("model_version", "", word()),
    DRAFT("is_draft", false, flag()),
    ANNOTATIONS_TO_TRAIN("min_annotations_to_start_training", 0, whole(0, 1_000_000)),
    TRAIN_ON_UPDATE("start_training_on_annotation_update", false, flag()),
    SHOW_PREDICTIONS("show_collab_predictions", true, flag()),
    SAMPLING("sampling", "Sequential sampling",
            oneOf("Sequential sampling", "Uniform sampling", "Uncertainty sampling")),
    GROUND_TRUTH_FIRST("show_ground_truth_first", false, flag()),
    EVALUATE_ANNOTATORS("annotator_evaluation_enabled", false, flag()),
    OVERLAP_FIRST("show_overlap_first", false, flag()),
    OVERLAP_PERCENTAGE("overlap_cohort_percentage", 100, whole(0, 100)),
    EVALUATE_PREDICTIONS("evaluate_predictions_automatically", false, flag()),
    SKIP_QUEUE("skip_queue", "REQUEUE_FOR_OTHERS", oneOf("REQUEUE_FOR_OTHERS", "REQUEUE_FOR_ME", "IGNORE_SKIPPED")),
    REVEAL_PREANNOTATIONS("reveal_preannotations_interactively", false, flag()),
    PINNED_AT("pinned_at", "", word()),

    /** How the labeling page arranges a task; automatic is as configured where the configuration has a style sheet. */
    LAYOUT("labeling_layout", "automatic", oneOf("automatic", "standard", "configured")),
    ALLOW_TIE("allow_tie", true, flag()),
    ALLOW_BOTH_BAD("allow_both_bad", true, flag()),
    ALLOW_CANNOT_JUDGE("allow_cannot_judge", true, flag()),
    ASK_STRENGTH("ask_strength", false, flag()),
    ALLOW_CHANGES("allow_changes", true, flag()),
    ASK_SKIP_REASON("ask_skip_reason", false, flag()),
    CHECK_CONSISTENCY("check_consistency", false, flag()),
    ALLOW_PARTIAL_RANKING("allow_partial_ranking", true, flag());

    /** Settings about verdicts on two answers. What is put in order or asked beside has none. */
    private static final List<Setting> OF_PAIRS = List.of(ALLOW_TIE, ALLOW_BOTH_BAD, ALLOW_CANNOT_JUDGE, ASK_STRENGTH,
            CHECK_CONSISTENCY);

    private static final int TEXT_LONGEST = 100_000;
    private static final int WORD_LONGEST = 256;

    private final String key;
    @SuppressWarnings("ImmutableEnumChecker") // a text, a whole number or a flag
    private final Object fallback;
    @SuppressWarnings("ImmutableEnumChecker") // holds nothing that changes
    private final Type type;

    /** Reads what was sent for a setting; null where nothing or null was. */
    @FunctionalInterface
    private interface Type {

        @Nullable
        Object read(Fields sent, String key);
    }

    /** @param fallback the value where none was sent, or null was */
    Setting(String key, Object fallback, Type type) {
        this.key = key;
        this.fallback = fallback;
        this.type = type;
    }

    /** {@return the names of the settings that change nothing where that is shown and asked} */
    static List<String> withoutEffect(ComparisonSpec spec) {
        List<Setting> ofPairs = spec.controls().stream().anyMatch(TagType.PAIRWISE::is) ? List.of() : OF_PAIRS;
        List<Setting> ofOrders = spec.controls().stream().anyMatch(Setting::asksOrder)
                ? List.of()
                : List.of(ALLOW_PARTIAL_RANKING);
        return Stream.of(ofPairs, ofOrders).flatMap(List::stream).map(Setting::key).toList();
    }

    /** A Ranker with buckets asks for no order. */
    private static boolean asksOrder(Control control) {
        return TagType.RANKER.is(control) && control.choices().isEmpty();
    }

    /** {@return its name in the API} */
    String key() {
        return key;
    }

    /** {@return the value where nobody said one} */
    Object fallback() {
        return fallback;
    }

    /** {@return the value that was sent, or else the one before, or else the fallback} */
    Object merge(Fields sent, @Nullable Object before) {
        Object value = sent.has(key) ? type.read(sent, key) : before;
        return value == null ? fallback : value;
    }

    private static Type text() {
        return (sent, key) -> sent.text(key, TEXT_LONGEST).orElse(null);
    }

    private static Type word() {
        return (sent, key) -> sent.text(key, WORD_LONGEST).orElse(null);
    }

    private static Type flag() {
        return (sent, key) -> sent.flag(key).orElse(null);
    }

    private static Type whole(long least, long most) {
        return (sent, key) -> sent.whole(key, least, most).map(Long::intValue).orElse(null);
    }

    private static Type oneOf(String... allowed) {
        Set<String> all = Set.of(allowed);
        return (sent, key) -> sent.choice(key, all).orElse(null);
    }
}
