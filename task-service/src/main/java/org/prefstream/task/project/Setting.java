package org.prefstream.task.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;

/**
 * A setting of a project by Label Studio's name: what it may be and what it is when nobody says. Those that mean nothing
 * here are kept and given back, so that scripts find what they wrote.
 *
 * @param fallback the value where none was sent, or null was
 */
record Setting(String name, Object fallback, BiFunction<Fields, String, @Nullable Object> read) {

    private static final int TEXT_LONGEST = 100_000;
    private static final int WORD_LONGEST = 256;
    private static final long COUNT_MOST = 1_000_000;

    static final String OVERLAP = "maximum_annotations";
    static final String SAMPLING = "sampling";
    static final String SKIP_QUEUE = "skip_queue";
    static final String INSTRUCTION = "expert_instruction";
    static final String SHOW_SKIP = "show_skip_button";
    static final String ALLOW_EMPTY = "enable_empty_annotation";

    static final List<Setting> ALL = List.of(text("description"), text(INSTRUCTION), flag("show_instruction", false),
            flag(SHOW_SKIP, true), flag(ALLOW_EMPTY, true), flag("show_annotation_history", false),
            word("color", "#FFFFFF"), whole(OVERLAP, 1, 1, 1_000), flag("is_published", false),
            word("model_version", ""), flag("is_draft", false),
            whole("min_annotations_to_start_training", 0, 0, COUNT_MOST),
            flag("start_training_on_annotation_update", false), flag("show_collab_predictions", true),
            choice(SAMPLING, "Sequential sampling", "Uniform sampling", "Uncertainty sampling"),
            flag("show_ground_truth_first", false), flag("annotator_evaluation_enabled", false),
            flag("show_overlap_first", false), whole("overlap_cohort_percentage", 100, 0, 100),
            flag("evaluate_predictions_automatically", false),
            choice(SKIP_QUEUE, "REQUEUE_FOR_OTHERS", "REQUEUE_FOR_ME", "IGNORE_SKIPPED"),
            flag("reveal_preannotations_interactively", false), word("pinned_at", ""));

    /** {@return all settings: what was sent, else what was before} */
    static Map<String, Object> merge(Fields sent, Map<String, Object> before) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (Setting setting : ALL) {
            Object value = sent.has(setting.name) ? setting.read.apply(sent, setting.name) : before.get(setting.name);
            merged.put(setting.name, value == null ? setting.fallback : value);
        }
        return merged;
    }

    private static Setting text(String name) {
        return new Setting(name, "", (sent, field) -> sent.text(field, TEXT_LONGEST).orElse(null));
    }

    private static Setting word(String name, String fallback) {
        return new Setting(name, fallback, (sent, field) -> sent.text(field, WORD_LONGEST).orElse(null));
    }

    private static Setting flag(String name, boolean fallback) {
        return new Setting(name, fallback, (sent, field) -> sent.flag(field).orElse(null));
    }

    private static Setting whole(String name, int fallback, long least, long most) {
        return new Setting(name, fallback,
                (sent, field) -> sent.whole(field, least, most).map(Long::intValue).orElse(null));
    }

    private static Setting choice(String name, String fallback, String... others) {
        Set<String> allowed = Set.of(concat(fallback, others));
        return new Setting(name, fallback, (sent, field) -> sent.choice(field, allowed).orElse(null));
    }

    private static String[] concat(String first, String[] others) {
        String[] all = new String[others.length + 1];
        all[0] = first;
        System.arraycopy(others, 0, all, 1, others.length);
        return all;
    }
}
