package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** A database that fails over to a standby that lags, or is restored, goes back to an earlier moment and goes on from there. */
class GoneBackDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long GAP = 1_000_000_000;

    @Test
    void rowsThatComeBackAreNotSentAgainAndThoseThatGetTheirIdsAreSent() throws Exception {
        // Given rows that were sent in several batches after the moment to which the database goes back
        RelayBench bench = RelayBench.fresh();
        bench.record(10);
        relayAll(bench);
        bench.record(2 * RelayBench.BATCH_ROWS + 5);
        RelayBench.Moment moment = bench.remember();
        relayAll(bench);
        bench.record(RelayBench.BATCH_ROWS);
        relayAll(bench);

        // When other rows get the ids that were given out after that moment
        moment.goBack();
        String nextId = bench.text("select last_value + 1 from outbox_id_seq");
        bench.record(RelayBench.BATCH_ROWS);
        assertThat(bench.recorded().stream().filter(row -> row.eventId().endsWith("/" + nextId))).hasSize(2);
        relayAll(bench);

        // Then
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void theNextManifestAfterOneThatCameBackIsLookedAtAsWell() throws Exception {
        // Given a relay that stopped before it settled, after the moment to which the database goes back
        RelayBench bench = RelayBench.fresh();
        bench.record(10);
        relayAll(bench);
        bench.record(RelayBench.BATCH_ROWS + 5);
        RelayBench.Moment moment = bench.remember();
        try (RelayTerm stopped = bench.begin()) {
            stopped.relay(RelayBench.BATCH_ROWS, 1 << 20);
            stopped.send(RelayBench.read(stopped));
            stopped.commit();
        }

        // When
        moment.goBack();
        relayAll(bench);

        // Then
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void aNewEpochBeginsWhenManifestsShowThatTheDatabaseWentBack() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.record(10);
        relayAll(bench);
        RelayBench.Moment moment = bench.remember();
        bench.record(5);
        relayAll(bench);

        long lost = Long.parseLong(bench.text("select last_value from outbox_id_seq"));
        assertThat(bench.text("select never_went_back()")).isEqualTo("t");
        moment.goBack();
        relayAll(bench);

        assertThat(bench.life().identity().epoch()).isEqualTo(1);
        assertThat(bench.text("select never_went_back()")).isEqualTo("f");
        assertThat(bench.text(
                "select sequence from lost_ids where %d > above and %d <= up_to and sequence like '%%outbox_id_seq'"
                        .formatted(lost, lost)))
                .endsWith("outbox_id_seq");
        assertThat(bench.text("select next_revision(7)")).isEqualTo(Long.toString((1L << 32) + 1));
        assertThat(Long.parseLong(bench.text("select nextval('outbox_id_seq')"))).isGreaterThan(GAP);
    }

    @Test
    void aDatabaseThatKnowsNothingOfItsOwnManifestsMayHaveGoneBack() throws Exception {
        RelayBench bench = RelayBench.fresh();
        relayAll(bench);
        bench.record(5);
        relayAll(bench);
        relayAll(bench);
        assertThat(bench.text("select never_went_back()")).isEqualTo("t");

        // as if it were from before the first batch; nothing is unsettled, because nobody knows what was settled
        bench.execute("truncate relay_position");
        relayAll(bench);

        assertThat(bench.life().identity().epoch()).isZero();
        assertThat(bench.text("select never_went_back()")).isEqualTo("f");
    }

    @Test
    void theEpochStaysWhenARelayOnlyStopped() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.record(10);
        relayAll(bench);
        bench.record(10);
        try (RelayTerm stopped = bench.begin()) {
            stopped.send(RelayBench.read(stopped));
            stopped.commit();
        }

        relayAll(bench);
        relayAll(bench);

        assertThat(bench.life().identity().epoch()).isZero();
        bench.assertPublishedExactlyOnce(bench.recorded());
    }

    @Test
    void onAnotherTimelineNothingGetsARevisionBeforeTheNewEpochBegins() throws Exception {
        RelayBench bench = RelayBench.fresh();
        assertThat(bench.life().isAnother()).isFalse();
        bench.execute("update outbox_identity set timeline = timeline - 1");

        assertThat(bench.life().isAnother()).isTrue();
        assertThat(bench.text("select never_went_back()")).isEqualTo("f");
        assertThatThrownBy(() -> bench.text("select next_revision(7)")).isInstanceOfSatisfying(PSQLException.class,
                refused -> assertThat(refused.getSQLState()).isEqualTo("57P03"));

        bench.life().begin(0);

        assertThat(bench.life().isAnother()).isFalse();
        assertThat(bench.text("select next_revision(7)")).isEqualTo(Long.toString((1L << 32) + 1));
        assertThat(bench.text("select next_revision((1::bigint << 32) + 7)")).isEqualTo(Long.toString((1L << 32) + 8));
    }

    @Test
    void idsThatWereLeftOutAndGivenOutSinceAreLeftOutOnceMore() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.execute("select note_lost_ids()");
        long noted = Long.parseLong(bench.text("select max(up_to) from lost_ids where sequence like '%outbox_id_seq'"));

        // the sequence was raised and went on in a life that is lost: this one knows the note alone
        bench.life().begin(0);

        assertThat(Long.parseLong(bench.text("select nextval('outbox_id_seq')"))).isGreaterThan(noted + GAP);
        assertThat(bench.text("""
                select count(*) from lost_ids where sequence like '%%outbox_id_seq' and %d > above and %d <= up_to
                """.formatted(noted + 1, noted + 1))).isEqualTo("1");
    }

    @Test
    void theNoteOfWhatIsLeftOutIsThereBeforeItIsLeftOut() throws Exception {
        RelayBench bench = RelayBench.fresh();
        bench.execute("create sequence of_small_numbers as int");
        bench.execute("insert into lost_ids values ('of_small_numbers', 0, 5000000000)");
        try {
            assertThatThrownBy(() -> bench.life().begin(0)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("of_small_numbers");
        } finally {
            bench.execute("delete from lost_ids where sequence = 'of_small_numbers'");
            bench.execute("drop sequence of_small_numbers");
        }

        assertThat(bench.text("select count(*) from lost_ids where sequence like '%outbox_id_seq'")).isEqualTo("1");
        assertThat(bench.life().identity().epoch()).isZero();
    }

    @Test
    void theEpochBeginsOnlyWhenAllHaveEndedWhoTookIdsBefore() throws Exception {
        RelayBench bench = RelayBench.fresh();
        try (Connection open = bench.connection(); Statement statement = open.createStatement()) {
            // Given a transaction that has taken an id and nothing else
            open.setAutoCommit(false);
            statement.execute("select nextval('outbox_id_seq')");

            // When
            CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> begin(bench));
            await().atMost(SOON).until(() -> Long.parseLong(bench.text("select last_value from outbox_id_seq")) > GAP);

            // Then
            assertThat(bench.life().identity().epoch()).isZero();
            open.rollback();
            begun.get();
            assertThat(bench.life().identity().epoch()).isEqualTo(1);
        }
    }

    @Test
    void manifestsOfEarlierVersionsNameRowsOfThatTime() {
        String earlier = "{\"outbox\":\"%s\",\"ids\":[3,4]}".formatted(UUID.randomUUID());

        RowNames rows = Manifest.read(earlier.getBytes(StandardCharsets.UTF_8)).rows();

        assertThat(rows.ids()).containsExactly(3L, 4L);
        assertThat(rows.nonces()).containsExactly(0L, 0L);
    }

    private static void begin(RelayBench bench) {
        try {
            bench.life().begin(0);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void relayAll(RelayBench bench) throws Exception {
        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }
    }
}
