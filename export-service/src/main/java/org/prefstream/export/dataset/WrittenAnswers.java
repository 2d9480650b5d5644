package org.prefstream.export.dataset;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.Times;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Conversation;
import org.prefstream.labelstudio.task.ShownPrompt;

/**
 * What people wrote in a project that compares nothing: a record for each text, of a prompt and its only answer. It has the keys of a
 * dataset record that say something of it, and so none of another answer.
 *
 * <p>The first text area that stands in no Repeater has the answers; others may ask for remarks. An annotation that says nothing there
 * has one record, whose answer is blank.
 */
public final class WrittenAnswers {

    private final Judged judged;
    private final ComparisonSpec spec;
    private final Control control;
    private final Selection selection;

    private WrittenAnswers(Judged judged, ComparisonSpec spec, Control control, Selection selection) {
        this.judged = judged;
        this.spec = spec;
        this.control = control;
        this.selection = selection;
    }

    /** What was annotated, now or when it was frozen. */
    public interface Judged {

        /** {@return the tasks with their annotations, in the order of task ids; the caller closes the stream} */
        Stream<JudgedTask> tasks();

        /** {@return how many annotations there are} */
        Counts countAnnotations();
    }

    /**
     * {@return the texts that a selection takes; empty where something is compared, and where nothing is written}
     *
     * @throws ProblemException a 400 that names what can be asked of judged pairs alone
     */
    public static Optional<WrittenAnswers> of(Judged judged, ComparisonSpec spec, Selection selection) {
        Optional<Control> control = control(spec);
        control.ifPresent(found -> requireNoPairs(selection.pairs()));
        return control.map(found -> new WrittenAnswers(judged, spec, found, selection));
    }

    /** {@return whether people write answers under such a configuration, and compare nothing} */
    public static boolean areIn(ComparisonSpec spec) {
        return control(spec).isPresent();
    }

    private static Optional<Control> control(ComparisonSpec spec) {
        if (TagType.compares(spec)) {
            return Optional.empty();
        }
        return spec.controls()
                .stream()
                .filter(TagType.TEXT_AREA::is)
                .filter(control -> control.repeats().isEmpty())
                .filter(control -> control.toName().stream().anyMatch(name -> spec.object(name).isPresent()))
                .findFirst();
    }

    /**
     * Refuses what nobody can ask where nothing is compared.
     *
     * @throws ProblemException a 400 that names it
     */
    public static void requireNoPairs(PairChoice pairs) {
        String asked = pairs.of(null).selecting();
        if (asked != null) {
            throw ProblemException.invalid(asked, "is for judged pairs, and nothing is compared in this project");
        }
    }

    /** {@return the records as JSON on one line in UTF-8, in the order of task and annotation; all of them have one shape} */
    public Stream<byte[]> records() {
        boolean areMessages = wanted().anyMatch(task -> prompt(task).isConversation());
        return wanted().flatMap(task -> records(task, areMessages)).map(Json::writeBytes);
    }

    /** {@return how many annotations there are, and which of them have no record} It reads the tasks where a split is asked for. */
    public Counts count() {
        long other = split() == null
                ? 0
                : tasks().filter(task -> !isWanted(task)).flatMap(WrittenAnswers::said).count();
        Counts counts = judged.countAnnotations();
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        leftOut.putAll(counts.leftOut());
        if (other > 0) {
            leftOut.put(LeftOut.OTHER_SPLIT, other);
        }
        return new Counts(counts.taken() - other, counts.lines() - other, leftOut, counts.size(), 0);
    }

    private Stream<JudgedTask> wanted() {
        return tasks().filter(this::isWanted);
    }

    private Stream<JudgedTask> tasks() {
        return judged.tasks();
    }

    private boolean isWanted(JudgedTask task) {
        SplitChoice split = split();
        if (split == null) {
            return true;
        }
        ShownPrompt prompt = prompt(task);
        return split.holds(TextFacts.splitPlace(content(prompt, prompt.isConversation())));
    }

    private @Nullable SplitChoice split() {
        return selection.pairs().split();
    }

    private ShownPrompt prompt(JudgedTask task) {
        return ShownPrompt.of(spec, task.task().data());
    }

    private static Object content(ShownPrompt prompt, boolean isMessages) {
        return isMessages ? prompt.conversation().messages() : prompt.text();
    }

    private static Stream<AnnotationRecord> said(JudgedTask task) {
        return task.annotations().stream().filter(annotation -> !annotation.wasCancelled());
    }

    private Stream<Map<String, Object>> records(JudgedTask task, boolean areMessages) {
        Object prompt = content(prompt(task), areMessages);
        return said(task).flatMap(annotation -> {
            List<String> texts = texts(annotation);
            return IntStream.range(0, texts.size())
                    .mapToObj(place -> record(annotation, place, prompt,
                            areMessages ? Conversation.answered(texts.get(place)).messages() : texts.get(place)));
        });
    }

    private List<String> texts(AnnotationRecord annotation) {
        List<String> texts = Regions.of(Objects.requireNonNullElse(annotation.result(), List.of()))
                .answering(control)
                .flatMap(region -> region.texts(TagType.TEXT_AREA.valueKey()).stream())
                .toList();
        return texts.isEmpty() ? List.of("") : texts;
    }

    /** A decimal point always, because loaders type the column by its first rows. */
    private static BigDecimal seconds(AnnotationRecord annotation) {
        BigDecimal seconds = Objects.requireNonNullElse(annotation.leadTime(), BigDecimal.ZERO);
        return seconds.scale() < 1 ? seconds.setScale(1) : seconds;
    }

    private Map<String, Object> record(AnnotationRecord annotation, int place, Object prompt, Object answer) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("prompt", prompt);
        record.put("chosen", answer);
        record.put("record_id", "%d/%s/%d".formatted(annotation.annotationId(), control.name(), place));
        record.put("group_id", Long.toString(annotation.annotationId()));
        record.put("project_id", annotation.projectId());
        record.put("task_id", annotation.taskId());
        record.put("annotation_id", annotation.annotationId());
        record.put("control", control.name());
        record.put("annotator_id", annotation.completedBy());
        record.put("lead_time_s", seconds(annotation));
        SplitChoice split = split();
        record.put("split", split == null ? SplitChoice.TRAIN : split.split());
        record.put("submitted_at", Times.format(annotation.createdAt()));
        record.put("guidelines_version", annotation.guidelinesVersion());
        if (annotation.labelConfigSha256() != null) {
            record.put("label_config_sha256", annotation.labelConfigSha256());
        }
        return record;
    }
}
