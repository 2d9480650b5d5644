package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.labelstudio.error.ProblemException;

class ModelAddressTest {

    @ParameterizedTest
    @CsvSource({"http://Host:8000/v1/, http://host:8000, /v1/chat/completions",
            "https://models.example.org, https://models.example.org:443, /chat/completions",
            "http://[::1]:8080/v1, http://[::1]:8080, /v1/chat/completions",
            "http://10.0.0.1/a/b-c_d.e, http://10.0.0.1:80, /a/b-c_d.e/chat/completions"})
    void isReadInOneWay(String written, String origin, String path) {
        ModelAddress address = ModelAddress.of(written);

        assertThat(address.origin()).isEqualTo(origin);
        assertThat(address.chatPath()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "models:8000", "ftp://host/v1", "file:///etc/passwd", "http:///v1",
            "http://u:p@host/v1", "http://host/v1?x=1", "http://host/v1#x", "http://host/../v1", "http://host//v1",
            "http://host/%2e%2e/v1", "http://ho st/v1", "http://host\\@other/v1", "http://host/v1/chat/completions"})
    void isRefusedWhatIsNone(String written) {
        assertThatThrownBy(() -> ModelAddress.of(written)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("base_url");
    }

    @Test
    void aTimeToRetryAfterIsSecondsOrADate() {
        assertThat(ChatClient.retryAfter("120")).hasSeconds(120);
        assertThat(ChatClient.retryAfter("Wed, 21 Oct 2015 07:28:00 GMT")).isZero();
        assertThat(ChatClient.retryAfter("soon")).isNull();
        assertThat(ChatClient.retryAfter(null)).isNull();
    }
}
