package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.KitDatabase;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Requests are the words of a note that is stored; some words mean something else, see {@link #outcome}. */
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class GroupCommitTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSERT = "insert into note (words) select * from unnest(cast(? as text[]))";

    @Inject
    Vertx vertx;

    @Inject
    Connections connections;

    @Inject
    KitDatabase database;

    final String test = UUID.randomUUID().toString();
    final List<List<String>> groups = Collections.synchronizedList(new ArrayList<>());
    final CompletableFuture<Void> gate = new CompletableFuture<>();
    final AtomicInteger commits = new AtomicInteger();
    final AtomicInteger bulkCommits = new AtomicInteger();
    final AtomicBoolean free = new AtomicBoolean();

    @Test
    void anIdleCommitterStoresAtOnce() throws Exception {
        gate.complete(null);

        assertThat(commit(committer(10, 10), "one").get()).isEqualTo("stored one");

        assertThat(groups).containsExactly(List.of("one"));
        assertThat(stored()).containsExactly("one");
    }

    @Test
    void whatComesDuringACommitIsStoredTogetherInOrder() {
        var committer = committer(10, 10);

        List<CompletableFuture<String>> answers = behindAFirstOne(committer, List.of("a", "b", "c"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).containsExactly(List.of("first"), List.of("a", "b", "c"));
        assertThat(stored()).containsExactlyInAnyOrder("first", "a", "b", "c");
    }

    @Test
    void aGroupIsNoLargerThanItsLimit() {
        List<String> words = IntStream.range(0, 7).mapToObj(i -> "w" + i).toList();

        List<CompletableFuture<String>> answers = behindAFirstOne(committer(3, 10), words);

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).extracting(List::size).containsExactly(1, 3, 3, 1);
    }

    @Test
    void aRefusedRequestLeavesItsNeighboursAsTheyAre() throws Exception {
        List<CompletableFuture<String>> answers = behindAFirstOne(committer(10, 10), List.of("a", "refuse", "b"));

        assertThat(answers.get(0).get()).isEqualTo("stored a");
        assertThat(answers.get(2).get()).isEqualTo("stored b");
        assertThat(failure(answers.get(1))).hasMessage("not this one");
        assertThat(stored()).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void ofAGroupThatTheDatabaseRefusesOnlyTheOneToBlameFails() throws Exception {
        List<CompletableFuture<String>> answers = behindAFirstOne(committer(10, 10), List.of("a", "null", "b"));

        assertThat(answers.get(0).get()).isEqualTo("stored a");
        assertThat(answers.get(2).get()).isEqualTo("stored b");
        assertThat(failure(answers.get(1))).hasMessageContaining("null value in column");
        assertThat(groups).containsExactly(List.of("first"), List.of("a", "null", "b"), List.of("a"), List.of("null"),
                List.of("b"));
        assertThat(stored()).containsExactlyInAnyOrder("first", "a", "b");
    }

    @Test
    void aRequestBehindAnotherComesWithTheNextGroupBeforeThoseThatCameLater() {
        List<CompletableFuture<String>> answers = behindAFirstOne(committer(3, 10), List.of("a", "a", "b", "c"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).containsExactly(List.of("first"), List.of("a", "a", "b"), List.of("a", "c"));
    }

    @Test
    void whoNeedsWhatSomebodyElseHoldsComesAgainAndHoldsUpNobody() throws Exception {
        gate.complete(null);
        var committer = committer(new GroupLimits(10, 1_000, 10, 1_000, SOON));
        CompletableFuture<String> held = commit(committer, "held");

        assertThat(commit(committer, "a").get()).isEqualTo("stored a");
        assertThat(held).isNotDone();
        free.set(true);

        assertThat(held.get()).isEqualTo("stored held");
        assertThat(stored()).containsExactlyInAnyOrder("a", "held");
    }

    @Test
    void whoNeedsWhatSomebodyElseHoldsForTooLongIsRefused() throws Exception {
        gate.complete(null);

        Throwable refusal = failure(commit(committer(10, 10), "held"));

        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnce() throws Exception {
        var committer = committer(10, 3);
        CompletableFuture<String> first = commit(committer, "first");
        List<CompletableFuture<String>> waiting = List.of(commit(committer, "a"), commit(committer, "b"));

        Throwable refusal = failure(commit(committer, "c"));

        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.status()).isEqualTo(503));
        gate.complete(null);
        assertThat(first.get()).isEqualTo("stored first");
        assertThat(waiting).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(commit(committer, "d").get()).isEqualTo("stored d");
    }

    @Test
    void aGroupHasNoMoreBytesThanItsLimitButForARequestThatIsLargerThanThat() {
        var committer = committer(new GroupLimits(10, 5, 10, 1_000, Duration.ofMillis(300)));

        List<CompletableFuture<String>> answers = behindAFirstOne(committer,
                List.of("aa", "bbb", "c", "larger than five", "dd"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).containsExactly(List.of("first"), List.of("aa", "bbb"), List.of("c"),
                List.of("larger than five"), List.of("dd"));
    }

    @Test
    void moreBytesThanMayWaitAreRefusedUntilThereIsPlaceAgain() throws Exception {
        var committer = committer(new GroupLimits(10, 1_000, 10, 10, Duration.ofMillis(300)));
        CompletableFuture<String> first = commit(committer, "first");
        CompletableFuture<String> fits = commit(committer, "12345");

        Throwable refusal = failure(commit(committer, "6"));

        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.status()).isEqualTo(503));
        gate.complete(null);
        assertThat(first.get()).isEqualTo("stored first");
        assertThat(fits.get()).isEqualTo("stored 12345");
        assertThat(commit(committer, "larger than all that may wait").get()).startsWith("stored larger");
    }

    @Test
    void whatComesInBulkFillsGroupsUpBehindPeopleAndStillGetsAnEighth() {
        var committer = committer(8, 20);
        CompletableFuture<String> first = commit(committer, "first");
        await().atMost(SOON).until(() -> groups.size() == 1);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            answers.add(commit(committer, "p" + i));
        }
        for (int i = 0; i < 10; i++) {
            answers.add(committer.commitInBulk("b" + i).subscribeAsCompletionStage());
        }

        gate.complete(null);

        assertThat(first.join()).isEqualTo("stored first");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).containsExactly(List.of("first"), List.of("p0", "p1", "p2", "p3", "p4", "p5", "p6", "b0"),
                List.of("p7", "p8", "b1", "b2", "b3", "b4", "b5", "b6"), List.of("b7", "b8", "b9"));
    }

    @Test
    void whatComesInBulkIsStoredBesideAGroupThatIsOnItsWayWhileNobodyWaits() {
        var committer = committer(3, 20);
        CompletableFuture<String> first = commit(committer, "first");
        await().atMost(SOON).until(() -> groups.size() == 1);

        List<CompletableFuture<String>> answers = IntStream.range(0, 4)
                .mapToObj(i -> committer.commitInBulk("b" + i).subscribeAsCompletionStage())
                .toList();

        await().atMost(SOON).until(() -> groups.size() == 2);
        assertThat(groups).containsExactly(List.of("first"), List.of("b0", "b1", "b2"));
        gate.complete(null);
        assertThat(first.join()).isEqualTo("stored first");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
        assertThat(groups).last().isEqualTo(List.of("b3"));
        assertThat(stored()).containsExactlyInAnyOrder("first", "b0", "b1", "b2", "b3");
        assertThat(bulkCommits).hasValue(2);
    }

    @Test
    void ofAGroupInBulkThatTheDatabaseRefusesOnlyTheOneToBlameFails() throws Exception {
        var committer = committer(3, 20);
        CompletableFuture<String> first = commit(committer, "first");
        await().atMost(SOON).until(() -> groups.size() == 1);
        List<CompletableFuture<String>> answers = List.of("b0", "null", "b1")
                .stream()
                .map(words -> committer.commitInBulk(words).subscribeAsCompletionStage())
                .toList();

        gate.complete(null);

        assertThat(first.join()).isEqualTo("stored first");
        assertThat(answers.get(0).get()).isEqualTo("stored b0");
        assertThat(answers.get(2).get()).isEqualTo("stored b1");
        assertThat(failure(answers.get(1))).hasMessageContaining("null value in column");
        assertThat(stored()).containsExactlyInAnyOrder("first", "b0", "b1");
    }

    @Test
    void whatComesInBulkTakesNoPlaceThatPeopleNeed() throws Exception {
        var committer = committer(10, 2);
        CompletableFuture<String> first = commit(committer, "first");
        List<CompletableFuture<String>> inBulk = List.of(committer.commitInBulk("a").subscribeAsCompletionStage(),
                committer.commitInBulk("b").subscribeAsCompletionStage());

        assertThat(failure(committer.commitInBulk("c").subscribeAsCompletionStage()))
                .isInstanceOf(ProblemException.class);
        CompletableFuture<String> person = commit(committer, "p");

        gate.complete(null);
        assertThat(first.get()).isEqualTo("stored first");
        assertThat(person.get()).isEqualTo("stored p");
        assertThat(inBulk).allSatisfy(answer -> assertThat(answer.get()).startsWith("stored"));
    }

    @Test
    void aClientThatHangsUpStopsNothing() throws Exception {
        var committer = committer(10, 10);
        var hangsUp = committer.commit("first").subscribe().with(answer -> {
        });
        await().atMost(SOON).until(() -> groups.size() == 1);
        CompletableFuture<String> stays = commit(committer, "a");

        hangsUp.cancel();
        gate.complete(null);

        assertThat(stays.get()).isEqualTo("stored a");
        assertThat(stored()).containsExactlyInAnyOrder("first", "a");
        assertThat(commits).hasValue(2);
    }

    @Test
    void aConnectionThatBreaksIsReplacedAndWhatItHeldIsNotStored() throws Exception {
        var committer = committer(10, 10);
        CompletableFuture<String> first = commit(committer, "first");
        await().atMost(SOON).until(() -> groups.size() == 1);

        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'"
                + " and query like '%group commit test " + test + "%'");
        gate.complete(null);

        assertThat(DatabaseErrors.isTransient(failure(first))).isTrue();
        assertThat(commit(committer, "a").get()).isEqualTo("stored a");
        assertThat(stored()).containsExactly("a");
    }

    private GroupCommit<String, String> committer(int groupMax, int waitingMax) {
        return committer(new GroupLimits(groupMax, 1_000, waitingMax, 1_000, Duration.ofMillis(300)));
    }

    private GroupCommit<String, String> committer(GroupLimits limits) {
        return new GroupCommit<>(vertx, connections, this::store, String::length, limits, inBulk -> {
            commits.incrementAndGet();
            bulkCommits.addAndGet(inBulk ? 1 : 0);
        });
    }

    private CompletableFuture<String> commit(GroupCommit<String, String> committer, String words) {
        return committer.commit(words).subscribeAsCompletionStage();
    }

    /** Lets requests come, one after another, while the first one is being stored. */
    private List<CompletableFuture<String>> behindAFirstOne(GroupCommit<String, String> committer, List<String> words) {
        CompletableFuture<String> first = commit(committer, "first");
        await().atMost(SOON).until(() -> groups.size() == 1);
        List<CompletableFuture<String>> answers = words.stream().map(word -> commit(committer, word)).toList();
        gate.complete(null);
        assertThat(first.join()).isEqualTo("stored first");
        return answers;
    }

    /** The first group waits for the gate. */
    private Uni<List<Outcome<String>>> store(Flight flight, List<String> group) {
        groups.add(List.copyOf(group));
        List<String> kept = new ArrayList<>();
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (String words : group) {
            outcomes.add(outcome(words, kept));
        }
        flight.send("select 'group commit test %s'".formatted(test));
        return flight.landed().chain(() -> Uni.createFrom().completionStage(gate)).map(open -> {
            flight.send(new SetStatement<>(INSERT, kept).texts(words -> this.words(words)));
            return outcomes;
        });
    }

    private Outcome<String> outcome(String words, List<String> kept) {
        if (words.equals("refuse")) {
            return new Outcome.Refused<>(new IllegalStateException("not this one"));
        }
        if (words.startsWith("held") && !free.get()) {
            return new Outcome.Held<>();
        }
        if (kept.contains(words)) {
            return new Outcome.Again<>();
        }
        kept.add(words);
        return new Outcome.Done<>("stored " + words);
    }

    private @Nullable String words(String words) {
        return words.equals("null") ? null : test + words;
    }

    private List<String> stored() {
        return database.select("select substr(words, 37) from note where words like ?", test + "%");
    }

    private static Throwable failure(CompletableFuture<String> answer) throws InterruptedException {
        try {
            throw new AssertionError("not refused: " + answer.get());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
