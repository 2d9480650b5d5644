package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;

class VisibleDataTest {

    @Test
    void leavesOutWhatTheConfigurationDoesNotShow() {
        var spec = LabelingConfig
                .parse("""
                        <View><Text name="q" value="For $who: $call.input.question"/><Pairwise name="p" toName="a,b"/>
                        <Text name="a" value="$responses[0].text"/><Text name="b" value="$responses[1].text"/>
                        <Repeater on="$turns"><Header value="$turns[{{idx}}].said"/></Repeater><Text name="d" value="$a.b"/></View>""")
                .spec();

        assertThat(Json.write(VisibleData.of(spec, Json.readObject("""
                {"gold":"left","who":"Mo","call":{"id":7,"input":{"question":"q","seed":1}},
                 "responses":[{"text":"a","model":"m-1"},{"text":"b","model":"m-2"},{"text":"c","model":"m-3"}],
                 "turns":[{"said":"x","score":1}],"a.b":{"whole":1}}""")))).isEqualTo("""
                {"who":"Mo","call":{"input":{"question":"q"}},"responses":[{"text":"a"},{"text":"b"},null],\
                "turns":[{"said":"x"}],"a.b":{"whole":1}}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $a.b|{"a.b":"shown","a":{"b":"hidden","c":1}}|{"a.b":"shown"}
            $a.b.c|{"a.b":{"d":"hidden"},"a":{"b":{"c":"shown","d":1}}}|{"a":{"b":{"c":"shown"}}}
            $a[0].b|{"a[0]":{"b":"shown","c":1},"a":[{"b":"hidden"}]}|{"a[0]":{"b":"shown"}}
            $a.1|{"a":["hidden",["shown"]]}|{"a":[null,["shown"]]}
            $a[1][0]|{"a":["hidden",["shown","hidden"]]}|{"a":[null,["shown",null]]}
            $my key|{"my key":"shown","my":"hidden"}|{"my key":"shown"}
            $my key|{"my":"shown","key":"hidden"}|{"my":"shown"}
            Of $a: ${b}|{"a":1,"b":"hidden"}|{"a":1}
            """)
    void showsOnlyTheValueThatAPathReads(String value, String data, String visible) {
        var spec = LabelingConfig.parse("<View><Text name='t' value='" + value + "'/></View>").spec();

        assertThat(Json.write(VisibleData.of(spec, Json.readObject(data)))).isEqualTo(visible);
    }
}
