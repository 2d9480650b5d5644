package org.prefstream.export.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;

import io.quarkus.test.junit.QuarkusTest;

/** When somebody is told that the statistics of a project have changed. */
@QuarkusTest
class StatisticsStreamTest {

    private static final String CHANGED = "event: statistics";
    private static final Duration QUIET = Duration.ofMillis(2_500);

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

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
    void hangUp() throws IOException {
        for (EventReader reader : readers) {
            reader.close();
        }
    }

    @Test
    void beginsWithAChangeBecauseNobodyKnowsWhatWasMissed() {
        EventReader reader = open();

        awaitChanges(reader, 1);
        assertThat(reader.others.subList(0, 3)).containsExactly("retry: 2000", CHANGED, "data: {}");
        assertThat(reader.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
    }

    @Test
    void tiesAndSkipsAreChangesTooAndThoseOfOtherProjectsAreNone() {
        EventReader reader = quiet(open());
        int before = changes(reader);

        owners.publish(peers, Judged.tie(Ids.next(), Ids.next(), 11).annotation());
        await().during(QUIET).atMost(Owners.SOON).until(() -> changes(reader) == before);

        owners.publish(peers, Judged.tie(projectId, Ids.next(), 11).annotation());
        awaitChanges(reader, before + 1);
        int afterTie = changes(quiet(reader));
        owners.publish(peers, Records.skip(projectId, Ids.next(), Ids.next()));
        awaitChanges(reader, afterTie + 1);
    }

    @Test
    void withdrawalsAreChanges() {
        var annotation = Judged.tie(projectId, Ids.next(), 11).annotation();
        owners.publish(peers, List.of(Publication.of(annotation, 1)));
        EventReader reader = open();
        awaitChanges(reader, 1);
        int before = changes(quiet(reader));

        owners.publish(peers, List.of(new Publication(Topic.ANNOTATIONS, annotation.key(), 2, null)));

        awaitChanges(reader, before + 1);
    }

    @Test
    void aBurstIsAnEventASecond() {
        EventReader reader = quiet(open());
        int before = changes(reader);
        long began = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            owners.publish(peers,
                    IntStream.range(0, 20).mapToObj(j -> Judged.tie(projectId, Ids.next(), 11).annotation()));
        }
        quiet(reader);

        long seconds = 1 + Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(changes(reader) - before).isBetween(1, (int) seconds);
    }

    @Test
    void whatAnotherReplicaHasAppliedIsAChangeWithinASecondOrTwo() throws SQLException {
        EventReader reader = quiet(open());
        int before = changes(reader);

        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into annotation_copy (annotation_id, revision, deleted, project_id, task_id, record,
                        annotator_id, judged_hour, skipped, judged_pairs, judged_us, ground_truth)
                    values (%d, 1, false, %d, 1, '{}', 11, 490000, true, '[]', 0, false)
                    """.formatted(Ids.next(), projectId));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> changes(reader) > before);
    }

    @Test
    void onlyOwnersAndManagersMayHearOfIt() {
        Exports member = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        Exports stranger = Exports.as(Role.ANNOTATOR, List.of(), owners, peers);

        assertThat(ask(member.token()).statusCode()).isEqualTo(403);
        assertThat(ask(stranger.token()).statusCode()).isEqualTo(404);
        assertThat(ask("nobody").statusCode()).isEqualTo(401);
    }

    private EventReader open() {
        EventReader reader = EventReader.of(ask(exports.token()));
        readers.add(reader);
        return reader;
    }

    private HttpResponse<InputStream> ask(String token) {
        return EventReader.ask(token, "/api/projects/%d/statistics/stream".formatted(projectId), Map.of());
    }

    /** {@return the reader, once nothing has come for a while} */
    private static EventReader quiet(EventReader reader) {
        awaitChanges(reader, 1);
        int[] last = {changes(reader)};
        await().during(QUIET).atMost(Owners.SOON).until(() -> {
            int before = last[0];
            last[0] = changes(reader);
            return before == last[0];
        });
        return reader;
    }

    private static void awaitChanges(EventReader reader, int count) {
        await().atMost(Owners.SOON).until(() -> changes(reader) >= count);
    }

    private static int changes(EventReader reader) {
        return (int) Stream.of(reader.others.toArray()).filter(CHANGED::equals).count();
    }
}
