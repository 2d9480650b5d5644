package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Shown.Part;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.LayoutBox.Kind;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Comparison.Candidate;
import org.prefstream.labelstudio.task.ShownContent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a task shows and asks: what is compared by slots, so that neither the order of the data nor the models' names reach the
 * browser.
 *
 * @param parts what is shown beside what is compared, in document order
 * @param comparisons one per comparing control, in document order
 * @param controls all that is asked, in document order
 * @param allows the verdicts on a pair that may be given, and {@code skip}; none but that where something is demanded
 * @param demanded controls that must be answered and that the page cannot ask
 * @param strength whether a preference says how much better
 * @param askSkipReason whether whoever skips is asked why
 * @param checkConsistency whether a judged pair is asked again after a while, for the annotator alone
 * @param wholeRankings whether an order must have all that is compared
 * @param mayBeEmpty whether the project takes an answer without any content
 * @param followsLayout whether the project's layout is that of this task
 */
public record ShownView(
        @JsonProperty("parts") List<PartView> parts,
        @JsonProperty("comparisons") List<ComparedView> comparisons,
        @JsonProperty("controls") List<ControlView> controls,
        @JsonProperty("allows") List<String> allows,
        @JsonProperty("demanded") List<String> demanded,
        @JsonProperty("strength") boolean strength,
        @JsonProperty("ask_skip_reason") boolean askSkipReason,
        @JsonProperty("check_consistency") boolean checkConsistency,
        @JsonProperty("whole_rankings") boolean wholeRankings,
        @JsonProperty("may_be_empty") boolean mayBeEmpty,
        @JsonProperty("follows_layout") boolean followsLayout) {

    /** What a control asks for. The page knows these words, and no tags. */
    enum Asks {

        @JsonProperty("preference")
        PREFERENCE,
        @JsonProperty("order")
        ORDER,
        @JsonProperty("buckets")
        BUCKETS,
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("stars")
        STARS,
        @JsonProperty("words")
        WORDS,
        @JsonProperty("quantity")
        QUANTITY,
        /** What the page cannot ask: an unknown control, or a Ranker whose items share an id or whose buckets are not known. */
        @JsonProperty("other")
        OTHER;

        static Asks of(Control control, Shown shown, @Nullable LayoutBox layout) {
            return TagType.of(control).map(type -> switch (type) {
                case PAIRWISE -> PREFERENCE;
                case RANKER -> hasOwnIds(control, shown) ? ranked(control, layout) : OTHER;
                case CHOICES -> CHOICE;
                case RATING -> STARS;
                case TEXT_AREA -> WORDS;
                case NUMBER -> QUANTITY;
                default -> OTHER;
            }).orElse(OTHER);
        }

        /** Specs of former versions do not tell of buckets, and the layout does. Who knows neither does not ask. */
        private static Asks ranked(Control control, @Nullable LayoutBox layout) {
            if (!control.choices().isEmpty()) {
                return BUCKETS;
            }
            return layout == null || offers(control, layout) ? OTHER : ORDER;
        }

        private static boolean offers(Control control, LayoutBox box) {
            boolean isIts = box.kind() == Kind.CONTROL && control.name().equals(box.name());
            return (isIts && !box.inside().isEmpty()) || box.inside().stream().anyMatch(one -> offers(control, one));
        }

        /** A result names items by their ids: two of the same id could not be told apart. */
        private static boolean hasOwnIds(Control control, Shown shown) {
            List<String> ids = shown.comparison(control.name())
                    .map(comparison -> comparison.candidates().stream().map(Candidate::id).toList())
                    .orElse(List.of());
            return !ids.isEmpty() && ids.stream().distinct().count() == ids.size();
        }
    }

    /** Which item of which Repeater's list something belongs to, both from 0. */
    record RepetitionView(@JsonProperty("repeater") int repeater, @JsonProperty("index") @Nullable Integer index) {

        static List<RepetitionView> of(List<Repeat> repeats) {
            return repeats.stream().map(repeat -> new RepetitionView(repeat.repeater(), repeat.index())).toList();
        }
    }

    /**
     * Something shown beside the candidates: either a text or a conversation.
     *
     * @param caption whether it says the same for every task; then it is no part of the prompt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            @JsonProperty("name") String name,
            @JsonProperty("caption") boolean caption,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("messages") @Nullable List<Map<String, Object>> messages,
            @JsonProperty("repeats") List<RepetitionView> repeats) {

        static PartView of(Part part) {
            return new PartView(part.object().name(), part.object().shownAs() == ShownAs.CAPTION,
                    textOf(part.content()), messagesOf(part.content()), RepetitionView.of(part.object().repeats()));
        }
    }

    /**
     * What one control compares.
     *
     * @param objects the names of the places in the configuration, in which the slots stand one after another; of a list its one name
     */
    record ComparedView(
            @JsonProperty("control") String control,
            @JsonProperty("objects") List<String> objects,
            @JsonProperty("slots") List<SlotView> slots) {

        static ComparedView of(Comparison comparison, Shown shown, ShownOrder recorded) {
            List<Candidate> candidates = comparison.candidates();
            List<String> objects = shown.spec().control(comparison.control()).map(Control::toName).orElse(List.of());
            ShownOrder order = recorded.of(candidates.size());
            return new ComparedView(comparison.control(), objects,
                    order.candidates().stream().map(index -> SlotView.of(candidates.get(index))).toList());
        }
    }

    /** A candidate: either a text or a conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlotView(
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("messages") @Nullable List<Map<String, Object>> messages) {

        static SlotView of(Candidate candidate) {
            ShownContent content = ShownContent.parse(candidate.content());
            return new SlotView(textOf(content), messagesOf(content));
        }
    }

    /**
     * Something that is asked.
     *
     * @param options what the task says of its choices beside their values
     */
    record ControlView(
            @JsonProperty("name") String name,
            @JsonProperty("asks") Asks asks,
            @JsonProperty("about") List<String> about,
            @JsonProperty("choices") List<String> choices,
            @JsonProperty("multiple") boolean multiple,
            @JsonProperty("stars") int stars,
            @JsonProperty("required") boolean required,
            @JsonProperty("repeats") List<RepetitionView> repeats,
            @JsonProperty("options") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Option> options) {

        static ControlView of(Control control, Shown shown, @Nullable LayoutBox layout) {
            return new ControlView(control.name(), Asks.of(control, shown, layout), control.toName(), control.choices(),
                    control.multiple(), control.maxRating(), control.required(), RepetitionView.of(control.repeats()),
                    control.options());
        }
    }

    /**
     * {@return what the page shows and asks}
     *
     * @param order which candidate stands in which slot
     */
    public static ShownView of(Shown shown, ShownOrder order, ProjectRecord project, boolean followsLayout) {
        // a candidate that has several places stands in one of them in an order that a former version has made
        boolean isPlaced = shown.mayBeShuffled() || order.equals(ShownOrder.asInData(shown));
        List<ControlView> controls = shown.spec()
                .controls()
                .stream()
                .map(control -> ControlView.of(control, shown, project.asks().layout()))
                .toList();
        List<String> demanded = controls.stream()
                .filter(control -> control.required() && control.asks() == Asks.OTHER)
                .map(ControlView::name)
                .toList();
        return new ShownView(shown.parts().stream().map(PartView::of).toList(),
                shown.comparisons().stream().map(comparison -> ComparedView.of(comparison, shown, order)).toList(),
                controls, allows(project, demanded.isEmpty()), demanded, project.asks().strength(),
                project.asks().skipReason(), project.asks().consistency(), project.asks().wholeRankings(),
                project.enableEmptyAnnotation(), followsLayout && isPlaced);
    }

    private static List<String> allows(ProjectRecord project, boolean judged) {
        List<String> allowed = new ArrayList<>();
        if (judged) {
            project.asks()
                    .outcomes()
                    .stream()
                    .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                    .forEach(allowed::add);
        }
        if (project.showSkipButton()) {
            allowed.add("skip");
        }
        return allowed;
    }

    private static @Nullable String textOf(ShownContent content) {
        return content instanceof ShownContent.Text shown ? shown.text() : null;
    }

    private static @Nullable List<Map<String, Object>> messagesOf(ShownContent content) {
        return content instanceof ShownContent.Messages shown ? shown.conversation().messages() : null;
    }
}
