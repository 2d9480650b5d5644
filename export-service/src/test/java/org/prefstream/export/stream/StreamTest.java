package org.prefstream.export.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.stream.EventReader.Event;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;

/** What comes in a stream, and from where on. */
@QuarkusTest
class StreamTest {

    /** More than a page holds. */
    private static final int MANY = 450;

    @Inject
    Owners owners;

    @Inject
    Transactions transactions;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final List<EventReader> readers = new ArrayList<>();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @AfterEach
    void hangUp() throws Exception {
        for (EventReader reader : readers) {
            reader.close();
        }
    }

    @Test
    void beginsWithEverythingThatIsThereAndSaysWhenThatIsAll() {
        PreferenceRecord first = row("é \u2028 \uD83C\uDF0A");
        PreferenceRecord second = row("better");
        owners.publish(peers, first);
        owners.publish(peers, Stream.of(second, Records.preference(Ids.next(), 1, Ids.next(), "of another project")));
        waitForCopies();

        EventReader reader = open("");
        List<Event> events = reader.untilCaughtUp();

        assertThat(reader.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(reader.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(reader.others).containsExactly("retry: 2000");
        assertThat(events).extracting(Event::name).containsExactly("preference", "preference", "caught-up");
        assertThat(events).extracting(Event::data)
                .containsExactlyInAnyOrder(Json.write(first), Json.write(second), "{}");
    }

    @Test
    void goesOnWithWhatArrives() {
        EventReader reader = open("");
        reader.untilCaughtUp();
        PreferenceRecord arriving = row("just now");

        owners.publish(peers, arriving);

        assertThat(reader.first(2)).extracting(Event::data).containsExactly("{}", Json.write(arriving));
    }

    @Test
    void tellsOfEditsAndWithdrawals() {
        PreferenceRecord edited = row("first thought");
        PreferenceRecord withdrawn = row("a mistake");
        owners.publish(peers, List.of(Publication.of(edited, 1), Publication.of(withdrawn, 1)));
        waitForCopies();
        EventReader reader = open("");
        reader.untilCaughtUp();
        PreferenceRecord now = Records.preference(projectId, edited.taskId(), edited.annotationId(), "second thought");

        owners.publish(peers, List.of(Publication.of(now, 2)));
        reader.first(4);
        owners.publish(peers, List.of(new Publication(Topic.PREFERENCES, withdrawn.key(), 7, null)));

        List<Event> events = reader.first(5).subList(3, 5);
        assertThat(events).extracting(Event::name).containsExactly("preference", "withdrawal");
        assertThat(events).extracting(Event::data)
                .containsExactly(Json.write(now), "{\"record_key\":\"%s\",\"revision\":7}".formatted(withdrawn.key()));
        assertThat(open("").untilCaughtUp()).as("each row once, at its last change")
                .extracting(Event::data)
                .startsWith(Json.write(now))
                .hasSize(3);
    }

    @Test
    void goesOnBehindACursor() {
        owners.publish(peers, Stream.generate(() -> row("one of many")).limit(MANY));
        waitForCopies();
        List<Event> all = open("").untilCaughtUp();
        assertThat(all).hasSize(MANY + 1).extracting(Event::data).doesNotHaveDuplicates();

        List<Event> rest = open("?from=" + all.get(99).id()).untilCaughtUp();
        assertThat(rest.subList(0, rest.size() - 1)).isEqualTo(all.subList(100, MANY));

        PreferenceRecord arriving = row("behind");
        owners.publish(peers, arriving);
        waitForCopies();
        assertThat(open("?from=" + all.get(MANY).id()).untilCaughtUp()).extracting(Event::data)
                .containsExactly(Json.write(arriving), "{}");
    }

    @Test
    void whatABrowserSaysWhenItConnectsAgainCountsMore() {
        owners.publish(peers, Stream.of(row("one"), row("two"), row("three")));
        waitForCopies();
        List<Event> all = open("").untilCaughtUp();

        for (String from : List.of("", "?from=now", "?from=" + all.get(0).id())) {
            EventReader again = open(exports, from, Map.of("Last-Event-ID", all.get(1).id()));

            assertThat(again.untilCaughtUp().get(0)).isEqualTo(all.get(2));
        }
    }

    @Test
    void fromNowOnlyWhatComes() {
        owners.publish(peers, row("before"));
        waitForCopies();
        EventReader reader = open("?from=now");
        reader.untilCaughtUp();
        PreferenceRecord arriving = row("after");

        owners.publish(peers, arriving);

        assertThat(reader.first(2)).extracting(Event::data).containsExactly("{}", Json.write(arriving));
    }

    @Test
    void rowsLargerThanAPageComeWhole() {
        List<PreferenceRecord> large = Stream.of("x", "y").map(pad -> row(pad.repeat(300_000))).toList();
        owners.publish(peers, large.stream());
        waitForCopies();

        List<Event> events = open("").untilCaughtUp();

        assertThat(events.stream().map(event -> event.data().hashCode()).toList()).containsExactlyInAnyOrder(
                Json.write(large.get(0)).hashCode(), Json.write(large.get(1)).hashCode(), "{}".hashCode());
    }

    @Test
    void whatAnotherReplicaHasCommittedComesSoon() {
        EventReader reader = open("?from=now");
        reader.untilCaughtUp();
        PreferenceRecord row = row("by another replica");

        transactions.bulk(connection -> {
            try (PreparedStatement head = connection
                    .prepareStatement("update preference_head set last_position = last_position + 1");
                    PreparedStatement insert = connection.prepareStatement("""
                            insert into preference_copy
                            select ?, 1, false, ?, 1, 1, 'TEXT', ?, last_position, ?, 3 from preference_head
                            """)) {
                head.executeUpdate();
                insert.setString(1, row.key());
                insert.setLong(2, projectId);
                insert.setString(3, Json.write(row));
                insert.setLong(4, projectId);
                return insert.executeUpdate();
            }
        });

        assertThat(reader.first(2)).extracting(Event::data).containsExactly("{}", Json.write(row));
    }

    @Test
    void saysInASilenceThatItIsStillHere() {
        EventReader reader = open("?from=now");

        await().atMost(Owners.SOON).until(() -> reader.others.contains(": still here"));

        assertThat(reader.ended).isNotDone();
    }

    private PreferenceRecord row(String chosen) {
        return Records.preference(projectId, Ids.next(), Ids.next(), chosen);
    }

    /** An export waits for all that was published. */
    private void waitForCopies() {
        assertThat(exports.export(projectId, "TRL").statusCode()).isEqualTo(200);
    }

    private EventReader open(String query) {
        return open(exports, query, Map.of());
    }

    private EventReader open(Exports reading, String query, Map<String, String> headers) {
        EventReader reader = EventReader.open(reading.token(), projectId, query, headers);
        readers.add(reader);
        return reader;
    }
}
