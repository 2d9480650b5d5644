package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {

    private final String category = "outage." + UUID.randomUUID();
    private final java.util.logging.Logger log = java.util.logging.Logger.getLogger(category);
    private final List<Level> said = new ArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            said.add(entry.getLevel());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    };
    private long now;
    private final FailureLog outage = new FailureLog(Logger.getLogger(category), "nothing works", () -> now);

    @BeforeEach
    void listen() {
        log.setUseParentHandlers(false);
        log.addHandler(handler);
    }

    @AfterEach
    void leave() {
        log.removeHandler(handler);
    }

    @Test
    void aHundredAttemptsAreOneLine() {
        for (int i = 0; i < 100; i++) {
            pass(Duration.ofMillis(500));
            outage.failed(new IllegalStateException("away"));
        }

        assertThat(said).hasSize(1);
    }

    @Test
    void whatLastsIsSaidAgainEachMinute() {
        for (int i = 0; i <= 240; i++) {
            pass(Duration.ofSeconds(1));
            outage.failed(new IllegalStateException("away"));
        }

        assertThat(said).hasSize(5);
    }

    @Test
    void theEndIsSaidOnce() {
        outage.over();
        assertThat(said).isEmpty();

        outage.failed(new IllegalStateException("away"));
        outage.over();
        outage.over();

        assertThat(said).hasSize(2);
    }

    @Test
    void theNextOutageIsSaidAtOnce() {
        outage.failed(new IllegalStateException("away"));
        outage.over();
        outage.failed(new IllegalStateException("away again"));

        assertThat(said).hasSize(3);
    }

    @Test
    void whatSomebodyMustLookAtIsAnError() {
        outage.failedUnexpectedly(new IllegalStateException("a bug"));

        assertThat(said).singleElement()
                .satisfies(level -> assertThat(level.intValue()).isGreaterThanOrEqualTo(Level.SEVERE.intValue()));
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
