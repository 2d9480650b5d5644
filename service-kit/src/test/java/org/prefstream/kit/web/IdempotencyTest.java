package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.Notes;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
class IdempotencyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Idempotency idempotency;

    @Inject
    Notes notes;

    @Inject
    KitDatabase database;

    private final String words = "idempotent " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void equalRequestsInParallelDoTheWorkOnceAndGetTheSameAnswer() {
        List<CompletableFuture<Answer>> sent = IntStream.range(0, 20)
                .mapToObj(i -> submit(request(key, words)).subscribeAsCompletionStage())
                .toList();

        List<Answer> answers = sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0).status()).isEqualTo(201);
        assertThat(written()).hasSize(1);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerByteForByte() {
        Answer first = submit(request(key, words)).await().atMost(SOON);

        Answer again = submit(request(key, words)).await().atMost(SOON);

        assertThat(again).isEqualTo(first);
        assertThat(written()).hasSize(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        submit(request(key, words)).await().atMost(SOON);

        assertThatThrownBy(() -> submit(request(key, "something else")).await().atMost(SOON))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(409);
                    assertThat(refusal.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
                });
        assertThat(written()).hasSize(1);
    }

    /** Bodies can hold passwords: whoever reads the table must not be able to try them out. */
    @Test
    void bodiesAreKeptByACodeThatNeedsTheSecret() {
        submit(request(key, words)).await().atMost(SOON);

        assertThat(database.select("select body_mac from idempotent_answer where key = ?", key)).singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(Hashes.sha256(words));
    }

    @Test
    void anAnswerFromBeforeThatCodeIsGivenAgainWhateverTheBody() {
        Answer first = submit(request(key, words)).await().atMost(SOON);
        database.execute("update idempotent_answer set body_mac = '' where key = ?", key);

        assertThat(submit(request(key, words)).await().atMost(SOON)).isEqualTo(first);
        assertThat(written()).hasSize(1);
    }

    @Test
    void aKeyBelongsToOnePersonMethodAndPath() {
        submit(request(key, words)).await().atMost(SOON);
        submit(new Request(2, "POST", "/api/notes", key, words)).await().atMost(SOON);
        submit(new Request(1, "PATCH", "/api/notes", key, words)).await().atMost(SOON);
        submit(new Request(1, "POST", "/api/other-notes", key, words)).await().atMost(SOON);

        assertThat(written()).hasSize(4);
    }

    @Test
    void refusedWorkIsNotRemembered() {
        Request request = request(key, words);
        assertThatThrownBy(() -> idempotency
                .once(request,
                        () -> notes.insert(words)
                                .chain(() -> Uni.createFrom().<Answer>failure(ProblemException.notFound("not yet"))))
                .await()
                .atMost(SOON)).isInstanceOf(ProblemException.class);
        assertThat(written()).isEmpty();

        assertThat(submit(request).await().atMost(SOON).status()).isEqualTo(201);
        assertThat(written()).hasSize(1);
    }

    @Test
    void withoutAKeyEachRequestIsNew() {
        submit(request(null, words)).await().atMost(SOON);
        submit(request(null, words)).await().atMost(SOON);

        assertThat(written()).hasSize(2);
    }

    @Test
    void aKeyThatIsNoKeyIsRefused() {
        assertThatThrownBy(() -> submit(request(" ", words)).await().atMost(SOON)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("Idempotency-Key");
        assertThatThrownBy(() -> submit(request("k".repeat(256), words)).await().atMost(SOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("255");
    }

    @Test
    void answersAreForgottenAfterADay() {
        submit(request(key, words)).await().atMost(SOON);
        database.execute("update idempotent_answer set recorded_at = now() - interval '25 hours' where key = ?", key);

        idempotency.forgetOldAnswers().await().atMost(SOON);

        assertThat(database.select("select key from idempotent_answer where key = ?", key)).isEmpty();
    }

    private Uni<Answer> submit(Request request) {
        return idempotency.once(request,
                () -> notes.insert(words).map(id -> Answer.json(201, Map.of("id", id, "words", words))));
    }

    private static Request request(@Nullable String key, String body) {
        return new Request(1, "POST", "/api/notes", key, body);
    }

    private List<String> written() {
        return database.select("select id from note where words = ?", words);
    }
}
