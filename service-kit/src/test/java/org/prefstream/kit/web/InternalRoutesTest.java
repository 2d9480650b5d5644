package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
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

        private final AtomicInteger held = new AtomicInteger();
        private volatile CompletableFuture<Map<String, Object>> release = new CompletableFuture<>();

        void hold() {
            release = new CompletableFuture<>();
            held.set(0);
        }

        int held() {
            return held.get();
        }

        void release() {
            release.complete(Map.of());
        }

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
                case "held" -> {
                    held.incrementAndGet();
                    yield Uni.createFrom().completionStage(release);
                }
                default -> Uni.createFrom().nullItem();
            };
        }
    }

    @Inject
    KitPorts ports;

    @Inject
    Peers peers;

    @Inject
    Oracle oracle;

    @ConfigProperty(name = "prefstream.internal.secret-file")
    Path secretFile;

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
    void oneQuestionMoreThanIsAnsweredAtATimeIsRefusedForNow() throws IOException {
        oracle.hold();
        List<CompletableFuture<?>> held = new ArrayList<>();
        try {
            for (int i = 0; i < OwnPeer.AT_ONCE; i++) {
                held.add(asked("oracle/held").subscribeAsCompletionStage());
            }
            await().atMost(SOON).until(() -> oracle.held() == OwnPeer.AT_ONCE);

            assertThatThrownBy(() -> ask("oracle/echo"))
                    .isInstanceOfSatisfying(ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(ProblemType.OVERLOADED))
                    .hasMessageContaining("task-service: As many questions");
            HttpResponse<String> refusal = send("/internal/oracle/echo", "{}");
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.headers().firstValue("retry-after")).hasValue("1");
            assertThat(ask("access/nobody")).as("another route").isEmpty();
        } finally {
            oracle.release();
        }
        held.forEach(CompletableFuture::join);
        assertThat(ask("oracle/echo")).isPresent();
    }

    @Test
    void aQuestionThatIsTooLongIsNotRead() throws IOException {
        assertThat(send("/internal/oracle/echo", "x".repeat(250_000)).statusCode()).isEqualTo(200);
        assertThat(send("/internal/oracle/echo", "x".repeat(300_000)).statusCode()).isEqualTo(413);
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
        return asked(path).await().atMost(SOON);
    }

    private Uni<? extends Optional<?>> asked(String path) {
        return peers.ask("task", path, Map.of("n", 1), Map.class, SOON);
    }

    private HttpResponse<String> send(String path, String body) throws IOException {
        return new KitHttp(ports.second()).send("POST", path, body, InternalSecret.HEADER,
                Files.readString(secretFile).strip());
    }
}
