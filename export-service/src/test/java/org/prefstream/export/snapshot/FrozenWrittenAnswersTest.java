package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.Written;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What people wrote where nothing is compared is in a snapshot as well. */
@QuarkusTest
class FrozenWrittenAnswersTest {

    private static final List<String> PARTS = List.of("data", "provenance", "rejected");
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private Exports exports;
    private SnapshotFiles files;

    private final long projectId = Ids.next();
    private final long task = Ids.next();
    private final long talk = Ids.next();
    private final AnnotationRecord byAnn = Written.by(projectId, task, "Good day", "Hi");
    private final AnnotationRecord byBob = Written.by(BOB, projectId, talk, "Hi, friend");

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        files = new SnapshotFiles(exports, projectId);
        owners.publish(peers, Written.project(projectId));
        owners.publish(peers, Stream.of(Written.task(projectId, task, "Hello"),
                Written.task(projectId, talk, List.of(Map.of("role", "user", "content", "Hi")))));
    }

    private void write() {
        owners.publish(peers,
                Stream.of(byAnn, byBob, Written.by(projectId, task), Records.skip(projectId, talk, Ids.next())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "annotators=12", "split=train&split_shares=50,30,20", "ties=both"})
    void eachFileAndDryRunIsThatOfTheProjectAtThatMoment(String asked) {
        write();
        Map<String, String> live = files.live(asked, PARTS);
        String counted = dryRun("/api/projects/" + projectId + "/export", asked);

        long id = files.make(asked).getLong("id");

        assertThat(files.frozen(id, PARTS)).isEqualTo(live);
        assertThat(dryRun(files.path("/" + id + "/export"), "")).isEqualTo(counted);
        assertThat(live.get("TRL data")).isEmpty();
    }

    @Test
    void filesStayAfterEditsAndWithdrawals() {
        write();
        long id = files.make("").getLong("id");
        Map<String, String> before = files.frozen(id, PARTS);
        assertThat(before.get("TRL_SFT data")).contains("Good day", "Hi, friend");

        owners.publish(peers,
                List.of(Publication.deletion(Topic.ANNOTATIONS, byAnn.annotationId(), 2),
                        Publication.deletion(Topic.TASKS, talk, 2),
                        Publication.of(Written.task(projectId, task, "Hello again"), 2),
                        Publication.of(Records.project(projectId), 2)));

        assertThat(files.live("", PARTS)).isNotEqualTo(before);
        assertThat(files.frozen(id, PARTS)).isEqualTo(before);
    }

    @Test
    void annotationsAreWhatIsComparedAndPurged() {
        write();
        long from = files.make("").getLong("id");
        AnnotationRecord more = Written.by(BOB, projectId, task, "Servus");
        owners.publish(peers, List.of(Publication.deletion(Topic.ANNOTATIONS, byBob.annotationId(), 2)));
        owners.publish(peers, more);
        long to = files.make("").getLong("id");

        JsonPath between = exports.get(files.path("/" + from + "/compare/" + to), Map.of()).jsonPath();
        assertThat(List.of(between.getInt("added"), between.getInt("changed"), between.getInt("withdrawn"),
                between.getInt("unchanged"))).containsExactly(1, 0, 1, 3);
        assertThat(between.getList("keys.record_id")).containsExactlyInAnyOrder(String.valueOf(byBob.annotationId()),
                String.valueOf(more.annotationId()));

        JsonPath purged = exports.request()
                .body("{\"record_ids\":[\"" + byAnn.annotationId() + "/instruction/0\"]}")
                .post(files.path("/purge"))
                .jsonPath();
        assertThat(purged.getLong("annotations")).isEqualTo(2);
        assertThat(files.export(from, "TRL_SFT", "data").statusCode()).isEqualTo(409);
        assertThat(files.export(from, "JSON", "data").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"min_strength,2,min_strength", "aggregate,majority,aggregate", "until,2001-01-01T00:00:00Z,selection"})
    void whatCannotBeFrozenIsRefused(String name, String value, String named) {
        write();

        Response refused = exports.request().queryParam(name, value).body("{\"title\":\"None\"}").post(files.path(""));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo(named);
    }

    @Test
    void skipsAloneAreNoSnapshot() {
        owners.publish(peers, Records.skip(projectId, talk, Ids.next()));

        assertThat(exports.request().body("{\"title\":\"None\"}").post(files.path("")).statusCode()).isEqualTo(400);
    }

    @Test
    void aSplitOfWrittenAnswersIsNoneOfTasks() {
        write();
        long id = files.make("split=train&split_shares=98,1,1").getLong("id");

        assertThat(files.export(id, "TRL_SFT", "data").statusCode()).isEqualTo(200);
        assertThat(files.export(id, "JSON", "data").statusCode()).isEqualTo(400);
    }

    private String dryRun(String path, String asked) {
        String query = "?exportType=TRL_SFT&dry_run=true" + (asked.isEmpty() ? "" : "&" + asked);
        return exports.get(path + query, Map.of()).asString();
    }
}
