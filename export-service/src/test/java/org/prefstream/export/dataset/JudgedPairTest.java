package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.export.Records;

class JudgedPairTest {

    @Test
    void saysWhichAnswerIsBetterAndOnWhichSideItStood() {
        assertThat(pairs(List.of(0, 1), verdict(Outcome.PREFERENCE, List.of(List.of(0), List.of(1)))))
                .containsExactly(new JudgedPair("comparison/0-1", JudgedPair.FIRST, JudgedPair.LEFT));
        assertThat(pairs(List.of(1, 0), verdict(Outcome.PREFERENCE, List.of(List.of(0), List.of(1)))))
                .containsExactly(new JudgedPair("comparison/0-1", JudgedPair.FIRST, JudgedPair.RIGHT));
        assertThat(pairs(List.of(1, 0), verdict(Outcome.PREFERENCE, List.of(List.of(1), List.of(0)))))
                .containsExactly(new JudgedPair("comparison/0-1", JudgedPair.SECOND, JudgedPair.LEFT));
    }

    @Test
    void hasNoSideWhereNoAnswerIsBetter() {
        assertThat(pairs(List.of(1, 0), verdict(Outcome.TIE, List.of(List.of(0, 1))),
                verdict(Outcome.BOTH_BAD, List.of()), verdict(Outcome.CANNOT_JUDGE, List.of())))
                .containsExactly(new JudgedPair("comparison/0-1", JudgedPair.TIE, null),
                        new JudgedPair("comparison/0-1", JudgedPair.BOTH_BAD, null),
                        new JudgedPair("comparison/0-1", JudgedPair.CANNOT_JUDGE, null));
    }

    @Test
    void isEachPairThatARankingHasInOrder() {
        assertThat(pairs(List.of(3, 0, 1, 2), verdict(Outcome.RANKING, List.of(List.of(2), List.of(0, 3)))))
                .containsExactly(new JudgedPair("comparison/0-2", JudgedPair.SECOND, null),
                        new JudgedPair("comparison/0-3", JudgedPair.TIE, null),
                        new JudgedPair("comparison/2-3", JudgedPair.FIRST, null));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1", "12.5", "99.9", "3600"})
    void aLeadTimeIsKnownToAFortieth(double seconds) {
        Integer bucket = LeadTimes.bucket(BigDecimal.valueOf(seconds));

        assertThat(bucket).isNotNull();
        assertThat(LeadTimes.quantile(Map.of(bucket, 3L), 0.5).orElseThrow() / seconds).isBetween(0.975, 1.0255);
    }

    @Test
    void whatCanBeNoLeadTimeIsNone() {
        assertThat(LeadTimes.bucket(null)).isNull();
        assertThat(LeadTimes.bucket(BigDecimal.ZERO)).isNull();
        assertThat(LeadTimes.bucket(new BigDecimal("-3"))).isNull();
        assertThat(LeadTimes.bucket(new BigDecimal("1e300"))).isNull();
        assertThat(LeadTimes.quantile(Map.of(), 0.5)).isEmpty();
    }

    @Test
    void aQuantileIsWhatAShareDoesNotExceed() {
        Map<Integer, Long> counts = Map.of(10, 8L, 40, 1L, 60, 1L);

        assertThat(LeadTimes.quantile(counts, 0.5).orElseThrow()).isBetween(1.6, 1.7);
        assertThat(LeadTimes.quantile(counts, 0.9).orElseThrow()).isBetween(7.0, 7.3);
    }

    private static List<JudgedPair> pairs(List<Integer> shownOrder, Verdict... verdicts) {
        return JudgedPair.of(new AnnotationRecord(1, 1, 1, 1, 1, List.of(), false, false, Records.T0, Records.T0, null,
                new UUID(0, 1), null, null, List.of(verdicts), shownOrder, "", null, null, null));
    }

    private static Verdict verdict(Outcome outcome, List<List<Integer>> ranking) {
        return new Verdict("comparison", outcome, ranking, 0);
    }
}
