package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.OwnedNotes;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.test.junit.QuarkusTest;

/** What a copy that may have missed deletions asks its owner, and what becomes of it. */
@QuarkusTest
class MissedDeletionsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Inject
    AppliedOffsets applied;

    @Inject
    ReadBarrier barrier;

    @Inject
    LogProbe log;

    @Inject
    TopicNames names;

    @Inject
    Doubts doubts;

    @Inject
    MissedDeletions missed;

    @Inject
    OwnedNotes owner;

    @Inject
    KitDatabase database;

    @Inject
    DataSource dataSource;

    private final long id = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    private String topic = "";

    @BeforeEach
    void everythingIsWell() {
        topic = names.onBroker(Topic.TASKS);
        nothingIsInDoubt();
    }

    @AfterEach
    void nothingIsInDoubt() {
        owner.beWell();
        database.execute("delete from copy_in_doubt where topic = ?", topic);
    }

    @Test
    void whatTheOwnerDoesNotHaveIsDeletedAtTheNextRevisionAndTheRestStays() {
        hold(id, 7);
        hold(id + 1, 8);
        owner.lose(id);

        doubt();

        awaitNoDoubt();
        assertThat(copy(id)).containsExactly("8 true");
        assertThat(copy(id + 1)).containsExactly("8 false");
    }

    @Test
    void nothingIsDeletedBeforeSomebodySaysThatTheCopyIsToBeCompared() {
        hold(id, 7);
        owner.lose(id);
        database.execute("insert into copy_in_doubt (topic) values (?)", topic);

        missed.compare();

        assertThat(copy(id)).containsExactly("7 false");
        assertThat(database.select("select comparing from copy_in_doubt where topic = ?", topic)).containsExactly("f");

        database.select("select compare_copy(?)", topic);
        awaitNoDoubt();
        assertThat(copy(id)).containsExactly("8 true");
    }

    @Test
    void aCopyOfMoreThanOnePortionIsComparedToItsEnd() {
        int keys = 2 * MissedDeletions.KEYS_MAX + 1;
        for (int i = 0; i < keys; i++) {
            owner.lose(id + i);
        }
        database.execute("insert into note_copy select ? + i, 1, false, 'one of many' from generate_series(0, ?) i", id,
                keys - 1);

        doubt();

        awaitNoDoubt();
        assertThat(database.select("select count(*) from note_copy where deleted and id between ? and ?", id,
                id + keys - 1)).containsExactly(Integer.toString(keys));
    }

    @Test
    void numbersAreComparedInTheirOrderAndNotInThatOfTheirDigits() {
        long low = 9_000_000_000_000_000L + id % 1_000_000_000;
        long high = 10_000_000_000_000_000L + id % 1_000_000_000;
        hold(low, 1);
        hold(high, 1);
        Doubts.Doubt below = new Doubts.Doubt(topic, OffsetDateTime.MIN, Long.toString(low - 1), true, false, null);

        assertThat(doubts.next(below, HeldKeys.ofNumbers("note_copy", "id"), 1)).extracting(Doubts.Held::key)
                .containsExactly(Long.toString(low));
    }

    @Test
    void aCopyStaysInDoubtWhileItsOwnerIsAwayAndNothingCountsAsComplete() {
        hold(id, 1);
        owner.lose(id);
        owner.goAway();
        barrier.reached(Scope.of(id, Topic.TASKS)).await().atMost(SOON);

        doubt();

        assertThatThrownBy(() -> applied.reach(Positions.NONE, Set.of(topic), Deadline.in(SHORT)).await().atMost(SOON))
                .isInstanceOf(BarrierTimedOut.class)
                .hasMessageContaining("the copy of " + topic)
                .hasMessageContaining("not yet compared");
        Positions known = new Positions(Map.of(topic, Map.of(0, -1L)));
        assertThatThrownBy(
                () -> applied.reach(known, Set.of(), Deadline.in(Duration.ofSeconds(2))).await().atMost(SOON))
                .isInstanceOf(BarrierTimedOut.class);
        assertThat(applied.reachedBy(known, Set.of(), Deadline.in(SHORT)).await().atMost(SOON)).isFalse();
        assertThatThrownBy(() -> barrier.reached(Scope.of(id, Topic.TASKS)).await().atMost(SOON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not yet compared");
        barrier.reached(Scope.of(id, Topic.PROJECTS)).await().atMost(SOON);
        HealthCheckResponse health = new CopiesProgress(applied, log, names, doubts, missed).call();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getData().orElseThrow().get("detail")).asString()
                .contains("The copy of %s may hold what was deleted".formatted(topic))
                .contains(
                        "cannot be compared with what its owner has (docs/running.md): The task service is not answering");
        assertThat(copy(id)).containsExactly("1 false");

        owner.beWell();
        awaitNoDoubt();
        applied.reach(known, Set.of(topic), Deadline.in(SOON)).await().atMost(SOON);
        assertThat(copy(id)).containsExactly("2 true");
    }

    @Test
    void whatTheCopyGetsWhileTheOwnerIsAskedStays() throws SQLException {
        hold(id, 1);
        owner.lose(id);

        try (Connection held = answersAreHeld()) {
            doubtFrom(id);
            awaitHeldAnswer();
            database.execute("update note_copy set revision = 3, words = 'came back' where id = ?", id);
            letGo(held);
        }

        awaitNoDoubt();
        assertThat(copy(id)).containsExactly("3 false");
    }

    @Test
    void anAnswerToAnEarlierDoubtDoesNotCount() throws SQLException {
        hold(id, 1);
        owner.lose(id);

        try (Connection held = answersAreHeld()) {
            doubtFrom(id);
            awaitHeldAnswer();
            database.execute("update copy_in_doubt set since = clock_timestamp() where topic = ?", topic);
            owner.goAway();
            int before = owner.questions();
            letGo(held);
            await().atMost(SOON).until(() -> owner.questions() > before);
        }

        assertThat(copy(id)).containsExactly("1 false");
        assertThat(database.select("select reached from copy_in_doubt where topic = ?", topic))
                .containsExactly(Long.toString(id - 1));
        owner.beWell();
        awaitNoDoubt();
        assertThat(copy(id)).containsExactly("2 true");
    }

    @Test
    void aDatabaseThatNeverGaveOutAKeyDoesNotSayThatItIsGone() {
        hold(id, 1);
        owner.lose(id);
        owner.haveAnotherDatabase();
        int before = owner.questions();

        doubt();

        await().atMost(SOON).until(() -> owner.questions() > before + 1);
        assertThat(copy(id)).containsExactly("1 false");
        assertThat(doubts.all()).extracting(Doubts.Doubt::topic).contains(topic);
    }

    private void hold(long key, long revision) {
        database.execute("insert into note_copy (id, revision, deleted, words) values (?, ?, false, 'held')", key,
                revision);
    }

    /** As an operator does it. */
    private void doubt() {
        database.execute("insert into copy_in_doubt (topic, comparing) values (?, true)", topic);
    }

    /** The next portion begins with this key. */
    private void doubtFrom(long key) {
        database.execute("insert into copy_in_doubt (topic, reached, comparing) values (?, ?, true)", topic,
                Long.toString(key - 1));
    }

    private void awaitNoDoubt() {
        await().atMost(SOON).until(() -> doubts.all().stream().noneMatch(doubt -> doubt.topic().equals(topic)));
    }

    private List<String> copy(long key) {
        return database.select("select revision || ' ' || deleted from note_copy where id = ?", key);
    }

    private Connection answersAreHeld() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + OwnedNotes.LOCK + ")");
        }
        owner.answerBehindTheLock();
        return connection;
    }

    private void awaitHeldAnswer() {
        await().atMost(SOON)
                .until(() -> database.select(
                        "select pid from pg_locks where locktype = 'advisory' and objid = ? and not granted",
                        OwnedNotes.LOCK), found -> !found.isEmpty());
    }

    private static void letGo(Connection held) throws SQLException {
        try (Statement unlock = held.createStatement()) {
            unlock.execute("select pg_advisory_unlock(" + OwnedNotes.LOCK + ")");
        }
    }
}
