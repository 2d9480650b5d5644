package org.prefstream.annotation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;

class PageVerdictTest {

    private static final LabelingConfig DEMANDING = LabelingConfig.parse("""
            <View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="comparison" toName="a,b"/>
            <Rating name="quality" toName="a" required="true"/><TextArea name="why" toName="a"/></View>""");

    @Test
    void refusesAVerdictWithoutAnAnswerThatTheConfigurationDemands() {
        assertThatThrownBy(() -> result(DEMANDING, "tie")).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.violations().get(0).field()).isEqualTo("outcome");
            assertThat(refusal.violations().get(0).message()).contains("\"quality\"").doesNotContain("why");
        });
    }

    @Test
    void takesASkipWhateverTheConfigurationDemands() {
        assertThat(result(DEMANDING, "skip").skipped()).isTrue();
    }

    private static SubmittedResult result(LabelingConfig config, String outcome) {
        Shown shown = Shown.of(config.spec(), Map.of("a", "1", "b", "2"));
        ProjectRecord project = new ProjectRecord(3, "p", "", 1, "Sequential sampling", "REQUEUE_FOR_ME", true, true,
                Samples.pair());
        return PageVerdict.of(Fields.ofForm(Map.of("token", "1", "outcome", outcome)))
                .result(shown, ShownOrder.asInData(shown), project);
    }
}
