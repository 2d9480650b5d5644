package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

class PreferenceRecordTest {

    final Golden plain = new Golden(Topic.PREFERENCES, "plain.json");
    final ObjectNode row = Golden.tree(plain.json());

    @Test
    void theKeyNamesThePairInDataOrderWhicheverWasChosen() {
        assertThat(PreferenceRecord.key(91, "order", 2, 1)).isEqualTo("91/order/1-2");
        assertThat(PreferenceRecord.key(91, "order", 1, 2)).isEqualTo("91/order/1-2");
    }

    @ParameterizedTest
    @CsvSource({"5,5.0", "0,0.0", "1E+2,100.0", "18.40,18.40", "0.125,0.125"})
    void leadTimesAlwaysHaveADecimalPoint(String sent, String written) throws JsonProcessingException {
        String value = plain.json().replace("\"lead_time_s\":18.4", "\"lead_time_s\":" + sent);

        assertThat(Golden.MAPPER.writeValueAsString(plain.read(value))).contains("\"lead_time_s\":" + written + ",");
    }

    @Test
    void refusesAnswersOfAnotherShapeThanThePrompt() {
        row.putArray("chosen").addObject().put("role", "assistant").put("content", "a");

        assertThatThrownBy(() -> plain.read(row.toString())).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("all be strings or all be lists of messages");
    }

    @Test
    void refusesToPreferACandidateToItself() {
        row.put("rejected_index", row.path("chosen_index").asInt());

        assertThatThrownBy(() -> plain.read(row.toString())).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("same candidate");
    }
}
