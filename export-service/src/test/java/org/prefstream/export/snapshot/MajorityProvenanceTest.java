package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.download.Pseudonyms;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A row by majority says whose votes it stands for, and is gone when one of them is purged. */
@QuarkusTest
class MajorityProvenanceTest {

    private static final long ANN = 11;
    private static final long BOB = 12;
    private static final long CAT = 13;
    private static final long DAN = 14;
    private static final String MAJORITY = "aggregate=majority";

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @Inject
    Pseudonyms pseudonyms;

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
    @ValueSource(strings = {"TRL", "PARQUET", "HF", "TOGETHER"})
    void allVotesAreNamedWithTheSideThatTheyTook(String format) {
        Judged against = judged(Judged.second(projectId, task, ANN));
        Judged first = judged(Judged.first(projectId, task, BOB));
        Judged merged = judged(Judged.first(projectId, task, CAT));
        Judged undecided = judged(Judged.outcome(projectId, task, DAN, Outcome.CANNOT_JUDGE));
        Judged another = judged(Judged.first(projectId, task, 15));
        Judged alone = judged(Judged.first(projectId, Ids.next(), ANN));

        List<Map<String, Object>> lines = lines(live(format, MAJORITY));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).containsEntry("record_id", first.row().key())
                .containsEntry("annotator", pseudonym(first))
                .containsEntry("votes", 5)
                .containsEntry("votes_for", 3)
                .containsEntry("voters",
                        List.of(vote(against, "preference", "against"), vote(first, "preference", "for"),
                                vote(merged, "preference", "for"), vote(undecided, "cannot_judge", "against"),
                                vote(another, "preference", "for")));
        assertThat(lines.get(1)).containsEntry("record_id", alone.row().key()).doesNotContainKey("voters");
        assertThat(live(format, "aggregate=none")).doesNotContain("voters");
    }

    @Test
    void onlyTheLastJudgementOfEachOfThoseWhoWereAskedForIsAVote() {
        Judged early = judged(Judged.first(projectId, task, ANN));
        Judged late = judged(Judged.first(projectId, task, ANN).at(Records.T0.plusSeconds(60)));
        Judged bob = judged(Judged.first(projectId, task, BOB));
        judged(Judged.second(projectId, task, CAT));

        assertThat(lines(live("TRL", "aggregate=majority&annotators=11,12")).get(0))
                .containsEntry("record_id", early.row().key())
                .containsEntry("voters", List.of(vote(late, "preference", "for"), vote(bob, "preference", "for")));
        assertThat(lines(live("TRL", "aggregate=majority&annotators=11")).get(0)).containsEntry("votes", 1)
                .containsEntry("voters", List.of(vote(late, "preference", "for")));
    }

    @Test
    void aSnapshotNamesThemAsTheyWere() {
        judged(Judged.second(projectId, task, ANN));
        judged(Judged.first(projectId, task, BOB).to(List.of(Map.of("role", "user", "content", "Hello"))));
        Judged merged = judged(Judged.first(projectId, task, CAT));
        judged(Judged.first(projectId, Ids.next(), ANN));
        String before = live("TRL", MAJORITY);

        long id = files.make(MAJORITY).getLong("id");
        withdraw(merged);
        judged(Judged.first(projectId, task, DAN));

        assertThat(files.export(id, "TRL", "provenance").asString()).isEqualTo(before).contains(merged.row().key());
        assertThat(live("TRL", MAJORITY)).isNotEqualTo(before);
    }

    @Test
    void forAWithdrawnJudgementTheSnapshotsAreNamedInWhichItHadAVote() {
        Judged against = judged(Judged.second(projectId, task, ANN));
        judged(Judged.first(projectId, task, BOB));
        Judged merged = judged(Judged.first(projectId, task, CAT));
        long holds = files.make(MAJORITY).getLong("id");
        files.make("aggregate=majority&annotators=12");
        withdraw(merged);
        withdraw(against);

        assertThat(containing(merged)).containsExactly(holds);
        assertThat(containing(against)).containsExactly(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotators", "annotations", "record_ids"})
    void aPurgeOfOneVoteTakesTheRowAndLeavesTheSameContentOfOtherVotes(String wanted) throws SQLException {
        Judged first = judged(Judged.first(projectId, task, BOB));
        Judged merged = judged(Judged.first(projectId, task, CAT));
        long with = files.make("aggregate=majority&annotators=12,13").getLong("id");
        judged(Judged.first(projectId, task, DAN));
        long without = files.make("aggregate=majority&annotators=12,14").getLong("id");
        assertThat(files.export(with, "TRL", "data").asString())
                .isEqualTo(files.export(without, "TRL", "data").asString());

        JsonPath purged = purge(wanted,
                Map.of("annotators", CAT, "annotations", merged.annotationId(), "record_ids", merged.row().key()));

        assertThat(purged.getLong("rows")).isEqualTo(1);
        assertThat(purged.getList("snapshots", Long.class)).containsExactly(with);
        Response refused = files.export(with, "TRL", "data");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getList("violations.field")).containsExactly(first.row().key());
        assertThat(files.export(without, "TRL", "data").asString()).contains(first.row().key());
        assertThat(voters(with)).contains(merged.row().key()).doesNotContain("vote\"", "outcome");
        assertThat(containing(merged)).containsExactly(with);
        assertThat(purge(wanted,
                Map.of("annotators", BOB, "annotations", first.annotationId(), "record_ids", first.row().key()))
                .getList("snapshots", Long.class)).containsExactly(without);
        assertThat(voters(without)).contains(first.row().key()).doesNotContain("vote\"", "outcome");
    }

    @Test
    void whatASnapshotOfAFormerVersionDoesNotKnowItDoesNotSay() throws SQLException {
        judged(Judged.first(projectId, task, BOB));
        Judged merged = judged(Judged.first(projectId, task, CAT));
        long id = files.make(MAJORITY).getLong("id");
        run("update snapshot_row set voters = null where snapshot_id = ?", id);

        assertThat(lines(files.export(id, "TRL", "provenance").asString()).get(0)).containsEntry("votes", 2)
                .doesNotContainKey("voters");
        assertThat(containing(merged)).isEmpty();
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private void withdraw(Judged judged) {
        owners.publish(peers, List.of(Publication.deletion(Topic.ANNOTATIONS, judged.annotationId(), 2),
                new Publication(Topic.PREFERENCES, judged.row().key(), 2, null)));
    }

    private String live(String format, String asked) {
        return files.live(asked, format, "provenance").asString();
    }

    private static List<Map<String, Object>> lines(String file) {
        return file.lines().map(Json::readObject).toList();
    }

    private Map<String, Object> vote(Judged judged, String outcome, String vote) {
        return Map.of("record_id", judged.annotationId() + "/comparison/0-1", "annotation_id",
                (int) judged.annotationId(), "annotator", pseudonym(judged), "outcome", outcome, "vote", vote);
    }

    private String pseudonym(Judged judged) {
        return pseudonyms.of(projectId, judged.annotator());
    }

    private List<Long> containing(Judged judged) {
        return exports.get("/api/annotations/" + judged.annotationId() + "/snapshots", Map.of())
                .jsonPath()
                .getList("id", Long.class);
    }

    private JsonPath purge(String wanted, Map<String, Object> one) {
        String body = Json.write(Map.of(wanted, List.of(one.getOrDefault(wanted, ""))));
        return exports.request().body(body).post(files.path("/purge")).jsonPath();
    }

    private String voters(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select voters from snapshot_row where snapshot_id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void run(String sql, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }
}
