package org.prefstream.labelstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleDataTest {

    @Test
    void isTheDataOfTheFirstCommentThatHasSome() {
        assertThat(ExampleData.in("""
                <!-- What this is for -->
                <View><Text name="a" value="$a"/></View>
                <!-- { "data" : {"a": "one",
                  "b": 2} } -->
                <!-- {"data": {"a": "two"}} -->
                """)).contains(Map.of("a", "one", "b", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<View/>", "<View/><!-- -->", "<View/><!-- {\"data\": 5} -->", "<View/><!-- [1] -->",
            "<View/><!-- {\"data\": {\"a\": -->", "<View/><!-- {\"data\""})
    void isNothingWhereNoCommentIsAnExample(String xml) {
        assertThat(ExampleData.in(xml)).isEmpty();
    }
}
