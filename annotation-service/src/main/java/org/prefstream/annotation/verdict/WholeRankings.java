package org.prefstream.annotation.verdict;

import java.util.List;
import java.util.Map;

import org.prefstream.labelstudio.error.ProblemException;

/** Refuses orders that leave something out, where the project takes none. */
public final class WholeRankings {

    private WholeRankings() {
    }

    /**
     * Takes whatever is no order: what was not answered leaves nothing out.
     *
     * @param result Label Studio's list of regions, in data order
     * @throws ProblemException 400 where one of them puts only some of the candidates in order
     */
    public static void require(List<Object> result, Shown shown, ShownOrder recorded) {
        SlotAnswers.of(result, shown, recorded).others().forEach((name, answer) -> {
            if (answer instanceof Map<?, ?> said && said.get(SlotAnswers.RANKING) instanceof List<?> groups) {
                long ranked = groups.stream().flatMap(group -> ((List<?>) group).stream()).distinct().count();
                long candidates = shown.comparison(name).map(found -> found.candidates().size()).orElse(0);
                if (ranked < candidates) {
                    throw ProblemException.invalid("answers." + name,
                            "ranks %d of %d. This project takes no order that leaves something out: rank all, or skip the task."
                                    .formatted(ranked, candidates));
                }
            }
        });
    }
}
