package org.prefstream.annotation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.error.ProblemException;

class SubmittedResultTest {

    @ParameterizedTest
    @CsvSource({"REQUEUE_FOR_OTHERS,false,true", "REQUEUE_FOR_OTHERS,true,false", "REQUEUE_FOR_ME,true,false",
            "IGNORE_SKIPPED,true,true", "IGNORE_SKIPPED,false,true"})
    void countsEverybodyButThoseWhoSkipUnlessSkipsCloseTasks(String skipQueue, boolean skipped, boolean counts) {
        assertThat(checked(project(skipQueue, true), Samples.selected("left"), skipped).counts()).isEqualTo(counts);
    }

    @Test
    void takesAnEmptyResultWhereTheProjectAllowsItAndFromWhoeverSkips() {
        assertThat(checked(project("REQUEUE_FOR_ME", true), List.of(), false).regions()).isEmpty();
        assertThat(checked(project("REQUEUE_FOR_ME", false), List.of(), true).regions()).isEmpty();
        assertThatThrownBy(() -> checked(project("REQUEUE_FOR_ME", false), List.of(), false))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAResultThatDoesNotFitWhatWasShown() {
        assertThatThrownBy(() -> checked(project("REQUEUE_FOR_ME", true), Samples.selected("middle"), false))
                .isInstanceOfSatisfying(ProblemException.class,
                        refusal -> assertThat(refusal.violations().get(0).field())
                                .isEqualTo("result[0].value.selected"));
    }

    private static SubmittedResult checked(ProjectRecord project, List<Object> result, boolean skipped) {
        return SubmittedResult.checked(Samples.shownPair(), project, result, skipped, false, null, null);
    }

    private static ProjectRecord project(String skipQueue, boolean allowsEmpty) {
        return new ProjectRecord(3, "p", "", 1, "Sequential sampling", skipQueue, true, allowsEmpty, Samples.pair());
    }
}
