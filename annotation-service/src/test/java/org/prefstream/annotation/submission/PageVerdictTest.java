package org.prefstream.annotation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.ProjectRecord.Asking;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.result.Regions.Region;

class PageVerdictTest {

    private static final LabelingConfig DEMANDING = LabelingConfig
            .parse("""
                    <View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="comparison" toName="a,b"/>
                    <Pairwise name="second" toName="a,b"/><Rating name="quality" toName="a" required="true"/><TextArea name="why" toName="a"/></View>""");

    private static final ProjectRecord PROJECT = project(Asking.PAIR);

    @Test
    void refusesAVerdictWithoutAnAnswerThatTheConfigurationDemands() {
        assertThatThrownBy(() -> result(Map.of("token", 1, "outcome", "tie")))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.violations().get(0).field()).isEqualTo("answers");
                    assertThat(refusal.violations().get(0).message()).contains("\"quality\"").doesNotContain("why");
                });
    }

    @Test
    void takesAVerdictWithTheAnswersThatTheConfigurationDemands() {
        SubmittedResult result = result(Map.of("token", 1, "outcome", "tie", "answers",
                Map.of("why", Map.of("text", List.of("alike")), "quality", Map.of("rating", 4))));

        assertThat(Regions.of(result.regions()).regions()).extracting(Region::control)
                .containsExactly("comparison", "quality", "why");
        assertThat(Regions.of(result.regions()).regions()).extracting(Region::value)
                .containsExactly(Map.of("selected", "tie"), Map.of("rating", 4), Map.of("text", List.of("alike")));
    }

    @Test
    void takesAnswersWithoutAVerdict() {
        SubmittedResult result = result(Map.of("token", 1, "answers", Map.of("quality", Map.of("rating", 1))));

        assertThat(result.regions()).hasSize(1);
        assertThat(result.skipped()).isFalse();
    }

    @Test
    void takesASkipWhateverTheConfigurationDemands() {
        assertThat(result(Map.of("token", 1, "outcome", "skip")).skipped()).isTrue();
    }

    @Test
    void refusesASkipThatAnswersSomething() {
        assertThat(
                refusedField(Map.of("token", 1, "outcome", "skip", "answers", Map.of("quality", Map.of("rating", 1)))))
                .isEqualTo("answers");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | outcome", "{\"answers\":[]} | answers",
            "{\"answers\":{\"quality\":4}} | answers.quality",
            "{\"answers\":{\"colour\":{\"text\":[\"red\"]}}} | answers", "{\"outcome\":\"left\"} | outcome",
            "{\"answers\":{\"quality\":null}} | answers", "{\"answers\":{\"quality\":{\"rating\":[]}}} | answers",
            "{\"answers\":{\"quality\":{\"rating\":3},\"second\":{\"outcome\":\"preference\",\"slot\":7}}} | answers.second.slot",
            "{\"outcome\":\"tie\",\"answers\":{\"quality\":{\"rating\":3},\"comparison\":{\"outcome\":\"tie\"}}} | answers.comparison",
            "{\"answers\":{\"quality\":{\"rating\":9}}} | result[0].value.rating"})
    void namesTheFieldOfWhatIsNoAnswer(String json, String field) {
        Map<String, Object> sent = new HashMap<>(Json.readObject(json));
        sent.put("token", 1);

        assertThat(refusedField(sent)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"ranking\":[[2],[0,1]]} |", "{\"ranking\":[[2],[0]]} | answers.order",
            "{\"ranker\":[\"a\"]} | answers.order"})
    void takesOnlyOrdersOfAllWhereTheProjectWantsThem(String answer, @Nullable String refused) {
        Shown shown = Shown.of(LabelingConfig
                .parse("<View><List name='items' value='$items'/><Ranker name='order' toName='items'/></View>")
                .spec(), Json.readObject("{\"items\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]}"));
        PageVerdict verdict = PageVerdict
                .of(new Fields(Map.of("token", 1, "answers", Map.of("order", Json.readObject(answer))), false));
        Asking whole = new Asking(null, false, Asking.PAIR.outcomes(), false, true, false, false, true);

        assertThat(verdict.result(shown, ShownOrder.asInData(shown), PROJECT).regions()).hasSize(1);
        assertThat(Optional
                .ofNullable(catchThrowableOfType(ProblemException.class,
                        () -> verdict.result(shown, ShownOrder.asInData(shown), project(whole))))
                .map(refusal -> refusal.violations().get(0).field())).isEqualTo(Optional.ofNullable(refused));
    }

    @Test
    void aChangeKeepsWhatThePageKnowsNothingOf() {
        Shown shown = Shown.of(LabelingConfig.parse("""
                <View><Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="comparison" toName="a,b"/>
                <DateTime name="when" toName="a"/></View>""").spec(), Map.of("a", "1", "b", "2"));
        List<Object> before = Json.readList("""
                [{"from_name":"when","type":"datetime","value":{"datetime":"2026"}},
                {"from_name":"comparison","type":"pairwise","value":{"selected":"left"}}]""");

        SubmittedResult changed = PageVerdict.again(new Fields(Map.of("outcome", "tie"), false))
                .change(new SubmittedResult(before, false, true, BigDecimal.TEN, true, null), shown,
                        ShownOrder.asInData(shown), PROJECT);

        assertThat(Regions.of(changed.regions()).regions()).extracting(Region::value)
                .containsExactly(Map.of("selected", "tie"), Map.of("datetime", "2026"));
        assertThat(changed.groundTruth()).isTrue();
        assertThat(changed.leadTime()).isEqualTo(BigDecimal.TEN);
    }

    private static ProjectRecord project(Asking asking) {
        return new ProjectRecord(3, "p", "", 1, "Sequential sampling", "REQUEUE_FOR_ME", true, true, Samples.pair(),
                asking, null, null, null);
    }

    private static String refusedField(Map<String, Object> sent) {
        return catchThrowableOfType(ProblemException.class, () -> result(sent)).violations().get(0).field();
    }

    private static SubmittedResult result(Map<String, Object> sent) {
        Shown shown = Shown.of(DEMANDING.spec(), Map.of("a", "1", "b", "2"));
        return PageVerdict.of(new Fields(sent, false)).result(shown, ShownOrder.asInData(shown), PROJECT);
    }
}
