package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.verdict.ShownOrder;

class CounterbalanceTest {

    private static final int TASKS = 6_000;

    @Test
    void showsEachSideFirstEquallyOftenOverManyTasks() {
        long swapped = LongStream.range(0, TASKS)
                .filter(task -> order(2, List.of(), task, 7).candidateAt(0) == 1)
                .count();

        assertThat(swapped).isCloseTo(TASKS / 2, Offset.offset(TASKS / 20L));
    }

    @Test
    void showsEachSideFirstEquallyOftenToManyAnnotators() {
        long swapped = LongStream.range(0, TASKS)
                .filter(person -> order(2, List.of(), 42, person).candidateAt(0) == 1)
                .count();

        assertThat(swapped).isCloseTo(TASKS / 2, Offset.offset(TASKS / 20L));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 9})
    void splitsTheJudgementsOfEachTaskEvenly(int overlap) {
        for (long task = 1; task <= 200; task++) {
            List<ShownOrder> shown = new ArrayList<>();
            for (long annotator = 1; annotator <= overlap; annotator++) {
                shown.add(order(2, List.copyOf(shown), task, annotator));
            }

            assertThat(shown.stream().filter(order -> order.candidateAt(0) == 0).count()).as("task %d", task)
                    .isBetween(overlap / 2L, (overlap + 1) / 2L);
        }
    }

    @Test
    void putsEachOfManyCandidatesFirstEquallyOften() {
        Map<Integer, Long> first = LongStream.range(0, TASKS)
                .mapToObj(task -> order(4, List.of(), task, 7).candidateAt(0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(first).hasSize(4);
        assertThat(first.values())
                .allSatisfy(count -> assertThat(count).isCloseTo(TASKS / 4, Offset.offset(TASKS / 20L)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 8})
    void showsEachCandidateOnce(int candidates) {
        List<ShownOrder> before = List.of(ShownOrder.asInData(candidates));

        assertThat(order(candidates, before, 3, 7).candidates())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, candidates).boxed().toList());
    }

    @Test
    void givesTheSameOrderForTheSameTaskAnnotatorAndPast() {
        for (long task = 0; task < 50; task++) {
            List<ShownOrder> before = List.of(order(3, List.of(), task, 1));

            assertThat(order(3, before, task, 2)).isEqualTo(order(3, before, task, 2));
        }
    }

    private static ShownOrder order(int candidates, List<ShownOrder> before, long task, long annotator) {
        return Counterbalance.order(candidates, before, task, annotator);
    }
}
