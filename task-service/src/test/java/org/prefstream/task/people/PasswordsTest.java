package org.prefstream.task.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

class PasswordsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Passwords passwords = new Passwords(new Costly());

    /** Each check takes much longer than to send it. */
    private static final class Costly implements PeopleConfig {

        @Override
        public Optional<Path> tokenSecretFile() {
            return Optional.empty();
        }

        @Override
        public Duration sessionLifetime() {
            return Duration.ofDays(1);
        }

        @Override
        public int sessionsPerPerson() {
            return 1;
        }

        @Override
        public int passwordCost() {
            return 10;
        }
    }

    @AfterEach
    void stop() {
        passwords.stop();
    }

    @Test
    void onlySoManyWaitForAThread() {
        List<Optional<ProblemType>> refusals = refusals(200, client -> "203.0.113." + client);

        assertThat(refusals).contains(Optional.empty(), Optional.of(ProblemType.OVERLOADED))
                .doesNotContain(Optional.of(ProblemType.TOO_MANY_ATTEMPTS));
    }

    @Test
    void oneClientDoesNotKeepTheOthersOut() {
        // Mutiny makes itself ready once, and two threads that come first at the same moment would disturb each other.
        passwords.hash("correct horse").await().atMost(SOON);
        CompletableFuture<List<Optional<ProblemType>>> flood = CompletableFuture
                .supplyAsync(() -> refusals(200, client -> "203.0.113.9"));

        String hash = passwords.hash("correct horse").await().atMost(SOON);
        assertThat(passwords.matches("correct horse", hash, "198.51.100.1").await().atMost(SOON)).isTrue();
        assertThat(flood.join()).contains(Optional.empty(), Optional.of(ProblemType.TOO_MANY_ATTEMPTS))
                .doesNotContain(Optional.of(ProblemType.OVERLOADED));
    }

    @Test
    void placesAreFreeAgain() {
        refusals(200, client -> "203.0.113.9");

        assertThat(refusals(1, client -> "203.0.113.9")).containsExactly(Optional.empty());
    }

    /** {@return why each of so many checks at once was refused; empty for those that were made} */
    private List<Optional<ProblemType>> refusals(int checks, IntFunction<String> client) {
        List<CompletableFuture<Optional<ProblemType>>> all = IntStream.range(0, checks)
                .mapToObj(each -> passwords.matches("guessed", "", client.apply(each))
                        .map(matches -> Optional.<ProblemType>empty())
                        .onFailure(ProblemException.class)
                        .recoverWithItem(refusal -> Optional.of(refusal.type()))
                        .subscribeAsCompletionStage())
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
