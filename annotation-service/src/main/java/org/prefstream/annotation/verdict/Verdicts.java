package org.prefstream.annotation.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.result.Regions.Region;
import org.prefstream.labelstudio.result.ResultCheck;
import org.prefstream.labelstudio.tag.RankerValue;
import org.prefstream.labelstudio.tag.Selection;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.tag.WholeNumbers;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Reads from a result what the annotator concluded with each comparing control.
 *
 * <p>A Choices beside a Pairwise may say tie or both bad; {@link TieChoices} lists the spellings. It then stands in for an
 * answer that is missing, and overrides {@code left} and {@code right}: a doubtful pair must not become training data.
 *
 * <p>A ranking covers the items that it lists; those in one list within it are tied. Buckets say nothing about better and worse, so they give no verdict.
 */
public final class Verdicts {

    private final Shown shown;
    private final Regions regions;

    private Verdicts(Shown shown, Regions regions) {
        this.shown = shown;
        this.regions = regions;
    }

    /**
     * {@return one verdict per comparing control that was answered, in document order; none for an empty result}
     *
     * @param result Label Studio's list of regions, as {@link ResultCheck} accepted it
     */
    public static List<Verdict> derive(Shown shown, List<Object> result) {
        var verdicts = new Verdicts(shown, Regions.of(result));
        return shown.spec().controls().stream().filter(TagType::compares).flatMap(verdicts::of).toList();
    }

    private Stream<Verdict> of(Control control) {
        Optional<Region> answer = regions.answering(control).findFirst();
        return shown.comparison(control.name())
                .flatMap(comparison -> TagType.PAIRWISE.is(control)
                        ? pairwise(comparison, answer)
                        : answer.flatMap(region -> ranking(control, comparison, region)))
                .stream();
    }

    private Optional<Verdict> pairwise(Comparison comparison, Optional<Region> answer) {
        if (comparison.candidates().size() < 2) {
            return Optional.empty();
        }
        Optional<Selection> selected = answer
                .flatMap(region -> region.texts(TagType.PAIRWISE.valueKey()).stream().findFirst())
                .flatMap(Selection::named);
        Optional<Selection> counts = selected.filter(selection -> !selection.prefers())
                .or(() -> tie(comparison))
                .or(() -> selected);
        return counts.map(selection -> new Verdict(comparison.control(), selection.outcome(), selection.ranking(),
                selection.prefers() ? strength(answer) : 0));
    }

    /** {@return what the Choices beside a pair say about the pair} */
    private Optional<Selection> tie(Comparison comparison) {
        return TieChoices.among(shown.beside(comparison, TagType.CHOICES)
                .stream()
                .flatMap(regions::answering)
                .flatMap(region -> region.texts(TagType.CHOICES.valueKey()).stream())
                .toList());
    }

    private static int strength(Optional<Region> answer) {
        return answer.flatMap(region -> WholeNumbers.within(1, 3, region.value().get("strength"))).orElse(0);
    }

    /** {@return the order that an answer says; nothing where it sorts into buckets, or names no candidate} */
    static Optional<Verdict> ranking(Control control, Comparison comparison, Region region) {
        List<List<Integer>> groups = RankerValue.order(control, region.value())
                .orElse(List.of())
                .stream()
                .map(place -> place instanceof List<?> tied ? tied : Collections.singletonList(place))
                .map(tied -> indices(comparison, tied))
                .filter(group -> !group.isEmpty())
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(comparison.control(), Outcome.RANKING, groups, 0));
    }

    /** {@return the candidates, by their places in data order, that have these ids} */
    static List<Integer> indices(Comparison comparison, List<?> ids) {
        return ids.stream()
                .flatMap(id -> WholeNumbers.id(id).stream())
                .flatMapToInt(id -> comparison.indexOf(id).stream())
                .boxed()
                .toList();
    }
}
