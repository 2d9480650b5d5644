package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Every format says of a snapshot what it says of the project at that moment, also of what gives no preference. */
@QuarkusTest
class WholeSnapshotTest {

    private static final long ANN = 11;
    private static final long BOB = 12;
    private static final List<String> PARTS = List.of("data", "provenance", "rejected");

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private Exports exports;
    private SnapshotFiles files;

    private final long projectId = Ids.next();
    private final long task = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        files = new SnapshotFiles(exports, projectId);
        owners.publish(peers, Records.project(projectId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ties=drop", "ties=both"})
    void eachFileOfEachFormatIsThatOfTheProjectAtThatMoment(String asked) {
        judgeAll();
        Map<String, String> live = files.live(asked, PARTS);

        long id = files.make(asked).getLong("id");

        assertThat(files.frozen(id, PARTS)).isEqualTo(live);
        assertThat(file(live, "ARENA rejected").lines()).hasSize(asked.equals("ties=both") ? 3 : 1);
        assertThat(file(live, "ARENA data").contains("tie (bothbad)")).isEqualTo(asked.equals("ties=both"));
        assertThat(file(live, "HELPSTEER data").contains("\"overall_preference\":0"))
                .isEqualTo(asked.equals("ties=both"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties=both&aggregate=majority", "ties=both&min_agreement=0.05", "ties=both&annotators=12",
            "ties=both&split=train&split_shares=98,1,1", "ties=both&min_strength=1"})
    void whateverSelectsTheRows(String asked) {
        judgeAll();
        List<String> parts = List.of("data", "rejected");
        Map<String, String> live = files.live(asked, parts);

        assertThat(files.frozen(files.make(asked).getLong("id"), parts)).isEqualTo(live);
    }

    @Test
    void filesStayAfterEditsWithdrawalsAndARebuild() throws SQLException {
        List<Judged> all = judgeAll();
        long id = files.make("ties=both").getLong("id");
        Map<String, String> before = files.frozen(id, PARTS);

        for (Judged judged : all) {
            owners.publish(peers,
                    List.of(judged.annotator() == BOB
                            ? Publication.deletion(Topic.ANNOTATIONS, judged.annotationId(), 2)
                            : Publication.of(judged.undecided().annotation(), 2)));
            judged.rows()
                    .forEach(row -> owners.publish(peers,
                            List.of(new Publication(Topic.PREFERENCES, row.key(), 2, null))));
        }
        judged(Judged.outcome(projectId, task, 13, Outcome.BOTH_BAD));

        assertThat(file(files.live("ties=both", List.of("data")), "ARENA data").lines()).hasSize(1);
        assertThat(files.frozen(id, PARTS)).isEqualTo(before);
        run("delete from tie_row where project_id = ?");
        run("delete from preference_copy where project_id = ?");
        run("delete from annotation_copy where project_id = ?");
        assertThat(files.frozen(id, PARTS)).isEqualTo(before);
    }

    @Test
    void aManifestCountsWhatStandsBesideTheRows() {
        judgeAll();

        JsonPath made = files.make("ties=both");

        assertThat(made.getInt("version")).isEqualTo(3);
        assertThat(made.getLong("rows"))
                .isEqualTo(files.export(made.getLong("id"), "TRL", "data").asString().lines().count());
        assertThat(made.getLong("beside.both_bad")).isEqualTo(2);
        assertThat(made.getLong("beside.without_row")).isEqualTo(3);
        assertThat(made.getString("beside.sha256")).matches("[0-9a-f]{64}");
        assertThat(files.make("ties=both").getString("beside.sha256")).isEqualTo(made.getString("beside.sha256"));
        assertThat(made.getMap("left_out")).isEqualTo(Map.of("BOTH_BAD", 3, "IDENTICAL_ANSWERS", 2));
        JsonPath dropped = files.make("ties=drop");
        assertThat(dropped.getLong("beside.both_bad")).isZero();
        assertThat(dropped.getLong("beside.without_row")).isEqualTo(1);
    }

    @Test
    void aSnapshotMayHoldBothBadAlone() {
        judged(Judged.outcome(projectId, task, ANN, Outcome.BOTH_BAD));

        JsonPath made = files.make("ties=both");

        assertThat(made.getLong("rows")).isZero();
        assertThat(files.export(made.getLong("id"), "ARENA", "data").asString()).contains("tie (bothbad)");
        assertThat(files.export(made.getLong("id"), "TRL", "data").asString()).isEmpty();
        Response refused = exports.request().body("{\"title\":\"None\"}").post(files.path(""));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo("selection");
    }

    @Test
    void comparisonsPurgesAndWhatContainsAJudgementKnowWhatHasNoPreference() {
        Judged bad = judged(Judged.outcome(projectId, task, ANN, Outcome.BOTH_BAD));
        Judged same = judged(Judged.first(projectId, Ids.next(), BOB).of(List.of("same", "same")));
        judged(Judged.first(projectId, Ids.next(), 13));
        long from = files.make("ties=both").getLong("id");
        owners.publish(peers, List.of(Publication.deletion(Topic.ANNOTATIONS, bad.annotationId(), 2)));
        judged(Judged.outcome(projectId, task, 13, Outcome.BOTH_BAD));
        long to = files.make("ties=both").getLong("id");

        JsonPath between = exports.get(files.path("/" + from + "/compare/" + to), Map.of()).jsonPath();
        assertThat(List.of(between.getInt("added"), between.getInt("withdrawn"), between.getInt("unchanged")))
                .containsExactly(1, 1, 2);
        assertThat(between.getList("keys.record_id")).contains(bad.annotationId() + "/comparison/0-1");
        assertThat(containing(bad)).containsExactly(from);
        assertThat(containing(same)).containsExactly(to, from);

        JsonPath purged = exports.request().body("{\"annotators\":[11,12]}").post(files.path("/purge")).jsonPath();
        assertThat(purged.getLong("rows")).isEqualTo(3);
        assertThat(purged.getList("snapshots", Long.class)).containsExactly(from, to);
        Response refused = files.export(from, "ARENA", "rejected");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getList("violations.field")).containsExactlyInAnyOrder(
                bad.annotationId() + "/comparison/0-1", same.annotationId() + "/comparison/0-1");
        assertThat(refused.asString()).contains("2 of 3 rows");
    }

    @Test
    void snapshotsOfFormerVersionsStayWhatTheyWere() throws SQLException {
        judgeAll();
        JsonPath now = files.make("ties=both");
        long former = files.make("ties=both").getLong("id");
        makeFormer(former);

        Map<String, Object> told = exports.get(files.path("/" + former), Map.of()).jsonPath().getMap("");
        assertThat(told).doesNotContainKeys("version", "beside");
        Map<String, String> found = files.frozen(former, PARTS);
        assertThat(found.get("ARENA data")).isNotEmpty().doesNotContain("bothbad");
        assertThat(found.get("HELPSTEER data"))
                .isEqualTo(files.export(now.getLong("id"), "HELPSTEER", "data").asString());
        assertThat(file(found, "TOGETHER provenance").lines()).isNotEmpty()
                .allMatch(line -> line.contains("\"outcome\":\"preference\""));
        assertThat(found.get("TRL rejected")).isEmpty();
        JsonPath between = exports.get(files.path("/" + former + "/compare/" + now.getLong("id")), Map.of()).jsonPath();
        assertThat(between.getInt("added") + between.getInt("changed") + between.getInt("withdrawn")).isZero();
        assertThat(between.getLong("unchanged")).isEqualTo(now.getLong("rows"));
    }

    /** What a version stored that knew no other rows than those of preferences and ties. */
    private void makeFormer(long id) throws SQLException {
        run("update snapshot set version = null, both_bad = 0, without_row = 0, beside_sha256 = null, left_out_by_ties = '{}' where snapshot_id = ?",
                id);
        run("delete from snapshot_row where (not has_row or outcome = 'both_bad') and snapshot_id = ?", id);
        run("update snapshot_row set outcome = null, shape = null where snapshot_id = ?", id);
    }

    /** Of each kind of judgement one at least; the only conversation is a tie. */
    private List<Judged> judgeAll() {
        return List.of(judged(Judged.first(projectId, task, ANN).by(2)), judged(Judged.second(projectId, task, BOB)),
                judged(Judged.first(projectId, task, 15)), judged(Judged.tie(projectId, task, 13)),
                judged(Judged.outcome(projectId, task, 14, Outcome.BOTH_BAD)),
                judged(Judged.outcome(projectId, Ids.next(), BOB, Outcome.BOTH_BAD)),
                judged(Judged.tie(projectId, Ids.next(), ANN).to(List.of(Map.of("role", "user", "content", "Hello")))),
                judged(Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0, 3, 1)))),
                judged(Judged.first(projectId, Ids.next(), BOB).of(List.of("same", "same"))),
                judged(Judged.tie(projectId, Ids.next(), BOB).of(List.of("same", "same"))),
                judged(Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD).of(List.of("same", "same"))));
    }

    /** Publishes it with the names of models, without which there are no battles. */
    private Judged judged(Judged judged) {
        judged.rows().forEach(row -> owners.publish(peers, named(row, PreferenceRecord.class)));
        owners.publish(peers, named(judged.annotation(), AnnotationRecord.class));
        return judged;
    }

    private static <T> T named(T record, Class<T> type) {
        return Json.read(Json.write(record)
                .replace("\"chosen_model\":\"\"", "\"chosen_model\":\"one\"")
                .replace("\"rejected_model\":\"\"", "\"rejected_model\":\"two\""), type);
    }

    private List<Long> containing(Judged judged) {
        return exports.get("/api/annotations/" + judged.annotationId() + "/snapshots", Map.of())
                .jsonPath()
                .getList("id", Long.class);
    }

    private static String file(Map<String, String> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private void run(String sql) throws SQLException {
        run(sql, projectId);
    }

    private void run(String sql, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
