package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "TRUE", "1", "t", "yes", "Y", "on", " on "})
    void sayYes(String text) {
        assertThat(Flags.of(text)).contains(true);
        assertThat(Flags.isYes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", "0", "f", "no", "N", "off"})
    void sayNo(String text) {
        assertThat(Flags.of(text)).contains(false);
        assertThat(Flags.isYes(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "yes please", "null"})
    void sayNothing(String text) {
        assertThat(Flags.of(text)).isEmpty();
        assertThat(Flags.isYes(text)).isFalse();
    }

    @Test
    void whatWasNotSentIsNoYes() {
        assertThat(Flags.isYes(null)).isFalse();
    }
}
