package org.prefstream.labelstudio.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class OfferedValuesTest {

    @Test
    void areTheChoicesOfAnAnswer() {
        assertThat(OfferedValues.in(region("choices", Map.of("choices", List.of("calm", "heated")))))
                .containsExactly("calm", "heated");
    }

    @Test
    void areThePathsToTheChoicesWhereTheyStandBelowOthers() {
        assertThat(
                OfferedValues.in(region("choices", Map.of("choices", List.of(List.of("sci"), List.of("sci", "Law"))))))
                .containsExactly("[\"sci\"]", "[\"sci\",\"Law\"]");
    }

    @Test
    void areTheStarsOfAnAnswer() {
        assertThat(OfferedValues.in(region("rating", Map.of("rating", 4)))).containsExactly("4");
    }

    @Test
    void areTheBucketsInWhichSomethingLies() {
        Map<String, Object> sorted = Map.of("good", List.of("a"), "poor", List.of(), "_", List.of("b"));
        assertThat(OfferedValues.in(region("ranker", Map.of("ranker", sorted)))).containsExactly("good");
    }

    @Test
    void areNoneWhereAnAnswerSaysAnOrder() {
        assertThat(OfferedValues.in(region("ranker", Map.of("ranker", Map.of("asked", List.of("b", "a")))))).isEmpty();
        assertThat(OfferedValues.in(region("ranker", Map.of("ranker", List.of("b", "a"))))).isEmpty();
    }

    private static Map<String, Object> region(String type, Map<String, Object> value) {
        return Map.of("from_name", "asked", "type", type, "value", value);
    }
}
