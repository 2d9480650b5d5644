package org.prefstream.annotation.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.result.Regions;

class RationaleTest {

    private static final String PAIR = """
            <Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/>""";

    @Test
    void readsTheTextOfTheRationaleBeforeThatOfTheReason() {
        String areas = area("aside") + area("reason") + area("rationale");

        assertThat(rationale(areas, written("reason", "[\"clearer\",\"shorter\"]"))).isEqualTo("clearer\nshorter");
        assertThat(
                rationale(areas, Samples.together(written("reason", "\"clearer\""), written("rationale", "\"truer\""))))
                .isEqualTo("truer");
        assertThat(
                rationale(areas, Samples.together(written("reason", "\"clearer\""), written("rationale", "[\" \"]"))))
                .isEqualTo("clearer");
    }

    @Test
    void readsTheOnlyTextAreaWhateverItIsCalled() {
        assertThat(rationale(area("comment"), written("comment", "\"because\""))).isEqualTo("because");
    }

    @Test
    void isEmptyWhereNoReasonWasGiven() {
        assertThat(rationale(area("reason"), List.of())).isEmpty();
        assertThat(rationale(area("reason"), written("reason", "[\" \"]"))).isEmpty();
        assertThat(rationale("", List.of())).isEmpty();
        assertThat(rationale(area("one") + area("two"), written("one", "\"which of both is it?\""))).isEmpty();
        assertThat(rationale("<Choices name=\"reason\" toName=\"a\"><Choice value=\"x\"/></Choices>",
                Samples.answer("reason", "choices", "{\"choices\":[\"x\"]}"))).isEmpty();
    }

    @Test
    void belongsToItsRepetition() {
        Shown shown = Shown.of(LabelingConfig
                .parse("""
                        <View><Repeater on="$turns"><Text name="a_{{idx}}" value="$turns[{{idx}}].a"/>
                        <Text name="b_{{idx}}" value="$turns[{{idx}}].b"/><Pairwise name="p_{{idx}}" toName="a_{{idx}},b_{{idx}}"/>
                        <TextArea name="note_{{idx}}" toName="a_{{idx}}"/><TextArea name="reason_{{idx}}" toName="a_{{idx}}"/></Repeater></View>""")
                .spec(), Samples.object("{\"turns\":[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\",\"b\":\"4\"}]}"));
        Regions regions = Regions.of(Samples.together(written("reason_0", "\"first\""),
                written("reason_1", "\"second\""), written("note_1", "\"aside\"")));

        assertThat(shown.comparisons()).map(comparison -> Rationale.in(shown, comparison, regions))
                .containsExactly("first", "second");
    }

    private static String rationale(String tags, List<Object> result) {
        Shown shown = Shown.of(LabelingConfig.parse("<View>" + PAIR + tags + "</View>").spec(),
                Samples.object("{\"a\":\"1\",\"b\":\"2\"}"));
        return Rationale.in(shown, shown.comparisons().get(0), Regions.of(result));
    }

    private static String area(String name) {
        return "<TextArea name=\"%s\" toName=\"a\"/>".formatted(name);
    }

    private static List<Object> written(String control, String text) {
        return Samples.answer(control, "textarea", "{\"text\":" + text + "}");
    }
}
