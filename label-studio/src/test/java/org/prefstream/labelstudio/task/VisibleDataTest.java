package org.prefstream.labelstudio.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
}
