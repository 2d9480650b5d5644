package org.prefstream.annotation.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.verdict.Samples;

class RationaleTest {

    @Test
    void readsTheTextOfTheRationaleOrTheReason() {
        List<Object> reason = Samples.answer("reason", "textarea", "{\"text\":[\"clearer\",\"shorter\"]}");
        List<Object> rationale = Samples.answer("rationale", "textarea", "{\"text\":\"truer\"}");

        assertThat(Rationale.in(reason)).isEqualTo("clearer\nshorter");
        assertThat(Rationale.in(Samples.together(reason, rationale))).isEqualTo("truer");
    }

    @Test
    void isEmptyWhereNoReasonWasGiven() {
        assertThat(Rationale.in(List.of())).isEmpty();
        assertThat(Rationale.in(Samples.answer("comment", "textarea", "{\"text\":\"aside\"}"))).isEmpty();
        assertThat(Rationale.in(Samples.answer("reason", "choices", "{\"choices\":[\"a\"]}"))).isEmpty();
        assertThat(Rationale.in(Samples.answer("reason", "textarea", "{\"text\":[\" \"]}"))).isEmpty();
    }
}
