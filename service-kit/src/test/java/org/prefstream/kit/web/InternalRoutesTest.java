package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.InternalSecret;
import org.prefstream.kit.projection.Peers;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class InternalRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Answers as it is asked to. */
    @ApplicationScoped
    static class Oracle implements InternalRoute {

        @Override
        public String path() {
            return "oracle/:question";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return switch (parameters.getOrDefault("question", "")) {
                case "echo" -> Uni.createFrom().item(Map.of("body", body, "of", parameters.getOrDefault("of", "")));
                case "late" -> Uni.createFrom().failure(new BarrierTimedOut("the outbox waits"));
                case "bug" -> throw new IllegalStateException("an inner secret");
                default -> Uni.createFrom().nullItem();
            };
        }
    }

    @Inject
    KitPorts ports;

    @Inject
    Peers peers;

    @Test
    void peersAskAndAreAnswered() {
        Optional<Map<?, ?>> answer = ask("oracle/echo?of=me").map(Map.class::cast);

        assertThat(answer).hasValueSatisfying(found -> {
            assertThat(found.get("body")).isEqualTo("{\"n\":1}");
            assertThat(found.get("of")).isEqualTo("me");
        });
    }

    @Test
    void whatAPeerDoesNotKnowIsNothing() {
        assertThat(ask("oracle/unknown")).isEmpty();
    }

    @Test
    void aPeerThatLagsSaysWhatLags() {
        assertThatThrownBy(() -> ask("oracle/late"))
                .isInstanceOfSatisfying(ProblemException.class, late -> assertThat(late.status()).isEqualTo(503))
                .hasMessageContaining("task-service")
                .hasMessageContaining("the outbox waits");
    }

    @Test
    void aPeerThatFailsIsSaidToBeSilent() {
        assertThatThrownBy(() -> ask("oracle/bug"))
                .isInstanceOfSatisfying(ProblemException.class,
                        silent -> assertThat(silent.type()).isEqualTo(ProblemType.PEER_UNREACHABLE))
                .hasMessageNotContaining("inner secret");
    }

    @Test
    void nobodyIsAnsweredWithoutTheSecret() {
        KitHttp http = new KitHttp(ports.second());

        assertThat(http.get("/internal/oracle/echo").statusCode()).isEqualTo(403);
        assertThat(http.get("/internal/oracle/echo", InternalSecret.HEADER, "guessed").statusCode()).isEqualTo(403);
    }

    @Test
    void theFirstPortKnowsNoneOfIt() {
        assertThat(new KitHttp(ports.first()).get("/internal/oracle/echo").statusCode()).isEqualTo(404);
    }

    private Optional<?> ask(String path) {
        return peers.ask("task", path, Map.of("n", 1), Map.class, SOON).await().atMost(SOON);
    }
}
