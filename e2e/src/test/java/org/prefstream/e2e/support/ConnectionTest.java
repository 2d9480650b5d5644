package org.prefstream.e2e.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void readsWhatAShellWouldRead() {
        Connection connection = Connection.parse("""
                # made at the start
                PREFSTREAM_URL=http://localhost:8080
                export PREFSTREAM_TOKEN=abc
                PREFSTREAM_EMAIL="owner@example.org"
                PREFSTREAM_PASSWORD='p=w'
                KAFKA_BOOTSTRAP=localhost:9092
                """);

        assertThat(connection).isEqualTo(new Connection(URI.create("http://localhost:8080"), "abc", "owner@example.org",
                "p=w", "localhost:9092"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Connection.parse("PREFSTREAM_URL=http://localhost:8080"))
                .hasMessageContaining("PREFSTREAM_TOKEN");
    }
}
