package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.json.Json;

class ShownOrderTest {

    @Test
    void saysWhichCandidateStoodInAPlace() {
        var order = new ShownOrder(List.of(2, 0, 1));

        assertThat(order.candidateAt(0)).isEqualTo(2);
        assertThat(order.candidateAt(1)).isZero();
        assertThat(order.candidateAt(2)).isEqualTo(1);
    }

    @Test
    void countsTheCandidatesOfTheFirstComparisonShown() {
        assertThat(ShownOrder.asInData(Samples.shownPair()).candidates()).containsExactly(0, 1);
        assertThat(ShownOrder.asInData(Samples.shownRanking()).candidates()).containsExactly(0, 1, 2);
        assertThat(ShownOrder.asInData(Shown.of(new ComparisonSpec(List.of(), List.of()), Map.of())).candidates())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[0]", "[1,0]", "[2,0,1]"})
    void readsBackWhatItWrote(String json) {
        assertThat(ShownOrder.parse(json).json()).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0,0]", "[1,2]", "[-1,0]", "[1]"})
    void refusesOrdersThatLeaveOutOrRepeatACandidate(String json) {
        List<Integer> candidates = Json.readList(json).stream().map(Integer.class::cast).toList();

        assertThatThrownBy(() -> new ShownOrder(candidates)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each of 0 to n-1 once");
    }
}
