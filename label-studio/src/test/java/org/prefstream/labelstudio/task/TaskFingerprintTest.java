package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.StrictJson;

/** Which tasks are twins, and which are not. */
class TaskFingerprintTest {

    private static final TaskFingerprint PAIR = of("""
            <View><Text name="p" value="$prompt"/><Text name="a" value="$a"/><Text name="b" value="$b"/>
            <Pairwise name="c" toName="a,b"/></View>""");
    private static final TaskFingerprint NESTED = of(
            """
                    <View><Text name="p" value="$prompt"/><Text name="a" value="$answers[0].text"/><Text name="b" value="$answers[1].text"/>
                    <Pairwise name="c" toName="a,b"/></View>""");
    private static final TaskFingerprint RANKED = of(
            """
                    <View><Text name="p" value="$prompt"/><List name="l" value="$answers"/><Ranker name="r" toName="l"/></View>""");
    private static final TaskFingerprint CHAIN = of("""
            <View><Text name="a" value="$a"/><Text name="b" value="$b"/><Text name="x" value="$x"/>
            <Pairwise name="c" toName="a,b"/><Pairwise name="d" toName="b,x"/></View>""");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prompt":"p","a":"1","b":"2"} | {"b":"2","prompt":"p","a":"1"}
            {"prompt":"p","a":"1","b":"2"} | {"prompt":"p","a":"2","b":"1"}
            {"prompt":"p","a":"1","b":"2","a_model":"x","b_model":"y"} | {"prompt":"p","a":"2","b":"1","a_model":"y","b_model":"x"}
            {"prompt":"p","a":"1","b":"2","a_model":"x"} | {"prompt":"p","a":"2","b":"1","b_model":"x"}
            {"prompt":"p","a":"1","b":"2","a_model":"x"} | {"prompt":"p","a":"2","b":"1","b_model":"x","a_model":null}
            {"prompt":"p","a":"é","b":"😀"} | {"prompt":"p","a":"\\ud83d\\ude00","b":"\\u00e9"}
            {"prompt":"p","a":"1","b":"2","n":{"y":[1.50,{"k":1,"l":2}],"x":1e2}} | {"prompt":"p","a":"2","b":"1","n":{"x":100,"y":[1.5,{"l":2,"k":1}]}}
            {"prompt":"p","a":{"u":1,"v":[2]},"b":["z"]} | {"prompt":"p","a":["z"],"b":{"v":[2],"u":1}}""")
    void twinsHaveTheSameFingerprint(String one, String other) {
        assertThat(PAIR.of(StrictJson.readObject(one))).isEqualTo(PAIR.of(StrictJson.readObject(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"prompt":"p","a":"1","b":"2"} | {"prompt":"q","a":"1","b":"2"}
            {"prompt":"p","a":"1","b":"2"} | {"prompt":"p","a":"1","b":"1"}
            {"prompt":"p","a":"1","b":"2"} | {"prompt":"p","a":1,"b":2}
            {"prompt":"p","a":"1","b":"2"} | {"prompt":"p","a":"1","b":"2","more":null}
            {"prompt":"p","a":"1","b":"2","a_model":"x","b_model":"y"} | {"prompt":"p","a":"2","b":"1","a_model":"x","b_model":"y"}
            {"prompt":"p","a":"1","b":"2","n":[1,2]} | {"prompt":"p","a":"1","b":"2","n":[2,1]}
            {"prompt":"p","a":"1","b":"2","n":{"a":"1","b":"2"}} | {"prompt":"p","a":"1","b":"2","n":{"a":"2","b":"1"}}
            {"prompt":"p","a":"1\\";\\"2","b":"3"} | {"prompt":"p","a":"1","b":"2\\";\\"3"}
            {"prompt":"p","a":"e\\u0301","b":"2"} | {"prompt":"p","a":"\\u00e9","b":"2"}""")
    void othersDoNot(String one, String other) {
        assertThat(PAIR.of(StrictJson.readObject(one))).isNotEqualTo(PAIR.of(StrictJson.readObject(other)));
    }

    @Test
    void answersInListsChangePlacesWithWhatBelongsToThem() {
        assertThat(canonical(NESTED,
                "{\"prompt\":\"p\",\"answers\":[{\"text\":\"1\",\"model\":\"x\"},{\"text\":\"2\",\"model\":\"y\"}]}"))
                .isEqualTo(canonical(NESTED,
                        "{\"answers\":[{\"model\":\"y\",\"text\":\"2\"},{\"text\":\"1\",\"model\":\"x\"}],\"prompt\":\"p\"}"))
                .isNotEqualTo(canonical(NESTED,
                        "{\"prompt\":\"p\",\"answers\":[{\"text\":\"2\",\"model\":\"x\"},{\"text\":\"1\",\"model\":\"y\"}]}"));
    }

    @Test
    void theItemsOfARankedListHaveNoOrder() {
        assertThat(canonical(RANKED, "{\"prompt\":\"p\",\"answers\":[\"1\",{\"id\":\"b\",\"body\":\"2\"},\"3\"]}"))
                .isEqualTo(
                        canonical(RANKED, "{\"prompt\":\"p\",\"answers\":[\"3\",\"1\",{\"body\":\"2\",\"id\":\"b\"}]}"))
                .isNotEqualTo(canonical(RANKED, "{\"prompt\":\"p\",\"answers\":[\"3\",\"1\"]}"));
    }

    @Test
    void answersOfSeveralComparisonsKeepTheirPlaces() {
        assertThat(canonical(CHAIN, "{\"a\":\"1\",\"b\":\"2\",\"x\":\"3\"}"))
                .isNotEqualTo(canonical(CHAIN, "{\"a\":\"2\",\"b\":\"1\",\"x\":\"3\"}"));
    }

    @Test
    void aFormFollowsFromWhatIsComparedAlone() {
        assertThat(List.of(PAIR.form(), NESTED.form(), RANKED.form(), CHAIN.form())).doesNotHaveDuplicates();
        assertThat(
                of("""
                        <View><Header value="More"/><Text name="q" value="$question"/><Text name="a" value="$a"/><Text name="b" value="$b"/>
                        <Pairwise name="other" toName="a,b"/><TextArea name="why" toName="q"/></View>""")
                        .form())
                .isEqualTo(PAIR.form());
    }

    private static String canonical(TaskFingerprint fingerprint, String data) {
        return fingerprint.canonical(StrictJson.readObject(data));
    }

    private static TaskFingerprint of(String config) {
        return new TaskFingerprint(LabelingConfig.parse(config.strip()).spec());
    }
}
