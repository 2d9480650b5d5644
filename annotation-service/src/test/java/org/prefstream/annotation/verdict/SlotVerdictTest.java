package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Outcome;
import org.prefstream.labelstudio.error.ProblemException;

class SlotVerdictTest {

    private static final ShownOrder AS_IN_DATA = ShownOrder.asInData(2);
    private static final ShownOrder SWAPPED = new ShownOrder(List.of(1, 0));

    @ParameterizedTest
    @CsvSource({"0,false,left", "1,false,right", "0,true,right", "1,true,left"})
    void writesThePreferredPlaceInDataOrder(int slot, boolean swapped, String selected) {
        var verdict = new SlotVerdict(Outcome.PREFERENCE, slot, null);

        assertThat(verdict.value(swapped ? SWAPPED : AS_IN_DATA)).isEqualTo(Map.of("selected", selected));
    }

    @Test
    void writesTheStrengthWhereItWasAsked() {
        assertThat(new SlotVerdict(Outcome.PREFERENCE, 1, 3).value(SWAPPED))
                .isEqualTo(Map.of("selected", "left", "strength", 3));
    }

    @ParameterizedTest
    @CsvSource({"TIE,tie", "BOTH_BAD,both_bad", "CANNOT_JUDGE,cannot_judge"})
    void writesUndecidedOutcomes(Outcome outcome, String selected) {
        assertThat(new SlotVerdict(outcome, null, null).value(SWAPPED)).isEqualTo(Map.of("selected", selected));
    }

    @ParameterizedTest
    @CsvSource({"PREFERENCE,,,slot", "PREFERENCE,2,,slot", "PREFERENCE,-1,,slot", "TIE,0,,slot",
            "PREFERENCE,0,0,strength", "PREFERENCE,0,4,strength", "TIE,,1,strength", "RANKING,,,outcome"})
    void refusesWhatThePageCannotMean(Outcome outcome, @Nullable Integer slot, @Nullable Integer strength,
            String field) {
        assertThatThrownBy(() -> new SlotVerdict(outcome, slot, strength)).isInstanceOfSatisfying(
                ProblemException.class, refusal -> assertThat(refusal.violations().get(0).field()).isEqualTo(field));
    }
}
