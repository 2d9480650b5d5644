package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What is frozen stays what it was, whatever happens to what was judged. */
@QuarkusTest
class SnapshotTest {

    private static final long ANN = 11;
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void aManifestSaysWhatWasFrozen() {
        judged(Judged.first(projectId, Ids.next(), ANN).by(2));
        judged(Judged.first(projectId, Ids.next(), BOB).by(1));
        judged(Judged.tie(projectId, Ids.next(), ANN));
        byte[] live = exports
                .get("/api/projects/" + projectId + "/export", Map.of("exportType", "TRL", "min_strength", 2))
                .asByteArray();

        Response made = make("First try", Map.of("min_strength", "2"));

        assertThat(made.statusCode()).isEqualTo(201);
        JsonPath told = made.jsonPath();
        assertThat(told.getString("title")).isEqualTo("First try");
        assertThat(told.getLong("project")).isEqualTo(projectId);
        assertThat(told.getLong("rows")).isEqualTo(1);
        assertThat(told.getLong("rows_in")).isEqualTo(3);
        assertThat(told.getMap("left_out")).isEqualTo(Map.of("BELOW_MIN_STRENGTH", 1, "TIE_DROPPED", 1));
        assertThat(told.getMap("selection")).isEqualTo(Map.of("min_strength", "2"));
        assertThat(told.getString("schema")).isEqualTo("preference/1");
        assertThat(told.getString("sha256")).isEqualTo(Hashes.sha256(live));
        assertThat(told.getMap("positions").keySet())
                .anyMatch(topic -> topic.toString().endsWith(Topic.PREFERENCES.topicName()));
        assertThat(snapshot(told.getLong("id")).jsonPath().getMap("")).isEqualTo(told.getMap(""));
        assertThat(list().getList("results.id", Long.class)).containsExactly(told.getLong("id"));
    }

    @Test
    void filesAreTheSameBytesAfterWhatWasJudgedWasAddedToEditedAndWithdrawn() throws SQLException {
        Judged kept = judged(Judged.first(projectId, Ids.next(), ANN).by(1));
        Judged withdrawn = judged(Judged.second(projectId, Ids.next(), BOB));
        long id = make("Before", Map.of()).jsonPath().getLong("id");
        Map<String, String> before = files(id);

        judged(Judged.first(projectId, Ids.next(), ANN));
        owners.publish(peers,
                List.of(Publication.of(kept.by(3).annotation(), 2), Publication.of(kept.by(3).row(), 2),
                        Publication.deletion(Topic.ANNOTATIONS, withdrawn.annotationId(), 2),
                        new Publication(Topic.PREFERENCES, withdrawn.row().key(), 2, null)));
        assertThat(exports.export(projectId, "TRL").asString()).contains("\"strength\":3")
                .doesNotContain(withdrawn.row().key());
        long after = make("After", Map.of()).jsonPath().getLong("id");

        assertThat(files(id)).isEqualTo(before);
        assertThat(files(after).get("TRL")).isNotEqualTo(before.get("TRL"));
        loseCopies();
        assertThat(files(id)).isEqualTo(before);
        assertThat(Hashes.sha256(export(id, "TRL").asByteArray()))
                .isEqualTo(snapshot(id).jsonPath().getString("sha256"));
    }

    @Test
    void whatIsFrozenTwiceIsStoredOnceAndGoesWithTheLastSnapshotThatHoldsIt() throws SQLException {
        for (int i = 0; i < 5; i++) {
            judged(Judged.first(projectId, Ids.next(), ANN));
        }
        JsonPath one = make("One", Map.of()).jsonPath();
        judged(Judged.first(projectId, Ids.next(), ANN));
        JsonPath two = make("Two", Map.of()).jsonPath();
        JsonPath again = make("Two again", Map.of()).jsonPath();

        assertThat(count("snapshot_content")).isEqualTo(6);
        assertThat(again.getString("sha256")).isEqualTo(two.getString("sha256"));
        assertThat(delete(two.getLong("id")).statusCode()).isEqualTo(204);
        assertThat(delete(again.getLong("id")).statusCode()).isEqualTo(204);
        assertThat(count("snapshot_content")).isEqualTo(5);
        assertThat(Hashes.sha256(export(one.getLong("id"), "TRL").asByteArray())).isEqualTo(one.getString("sha256"));
        assertThat(delete(one.getLong("id")).statusCode()).isEqualTo(204);
        assertThat(count("snapshot_content") + count("snapshot_row") + count("snapshot")).isZero();
        assertThat(snapshot(one.getLong("id")).statusCode()).isEqualTo(404);
        assertThat(delete(one.getLong("id")).statusCode()).isEqualTo(404);
    }

    @Test
    void snapshotsThatAreMadeAtTheSameTimeAreBothWhole() {
        for (int i = 0; i < 50; i++) {
            judged(Judged.first(projectId, Ids.next(), ANN));
        }

        List<CompletableFuture<Response>> making = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String title = "At once " + i;
            making.add(CompletableFuture.supplyAsync(() -> make(title, Map.of())));
        }

        assertThat(making.stream().map(CompletableFuture::join)).allSatisfy(made -> {
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(Hashes.sha256(export(made.jsonPath().getLong("id"), "TRL").asByteArray()))
                    .isEqualTo(made.jsonPath().getString("sha256"));
        });
    }

    @Test
    void whatLiesBetweenTwoSnapshotsIsCountedAndNamedPageByPage() {
        Judged edited = judged(Judged.first(projectId, Ids.next(), ANN).by(1));
        Judged withdrawn = judged(Judged.first(projectId, Ids.next(), ANN));
        judged(Judged.first(projectId, Ids.next(), ANN));
        long from = make("From", Map.of()).jsonPath().getLong("id");
        Judged added = judged(Judged.first(projectId, Ids.next(), ANN));
        owners.publish(peers, List.of(Publication.of(edited.by(3).row(), 2),
                new Publication(Topic.PREFERENCES, withdrawn.row().key(), 2, null)));
        long to = make("To", Map.of()).jsonPath().getLong("id");

        JsonPath all = compare(from, to, Map.of()).jsonPath();
        assertThat(all.getInt("added")).isEqualTo(1);
        assertThat(all.getInt("changed")).isEqualTo(1);
        assertThat(all.getInt("withdrawn")).isEqualTo(1);
        assertThat(all.getInt("unchanged")).isEqualTo(1);
        Map<String, String> changes = new LinkedHashMap<>();
        String after = "";
        for (int i = 0; i < 3; i++) {
            JsonPath page = compare(from, to, Map.of("limit", "1", "after", after)).jsonPath();
            changes.put(page.getString("keys[0].record_id"), page.getString("keys[0].change"));
            after = page.getString("next");
        }
        assertThat(changes).isEqualTo(
                Map.of(added.row().key(), "added", edited.row().key(), "changed", withdrawn.row().key(), "withdrawn"));
        assertThat(compare(from, to, Map.of("after", after)).jsonPath().getList("keys")).isEmpty();
        assertThat(compare(to, from, Map.of()).jsonPath().getInt("withdrawn")).isEqualTo(1);
        assertThat(compare(from, from, Map.of()).jsonPath().getInt("unchanged")).isEqualTo(3);
        assertThat(compare(from, Ids.next(), Map.of()).statusCode()).isEqualTo(404);
        assertThat(compare(from, to, Map.of("limit", "0")).statusCode()).isEqualTo(400);
    }

    @Test
    void ofASnapshotWithPurgedRowsNoFileIsMadeAndTheKeysAreNamed() throws SQLException {
        Judged byAnn = judged(Judged.first(projectId, Ids.next(), ANN));
        Judged byBob = judged(Judged.first(projectId, Ids.next(), BOB));
        long both = make("Both", Map.of()).jsonPath().getLong("id");
        long bob = make("Bob's", Map.of("annotators", "12")).jsonPath().getLong("id");

        JsonPath purged = post("/purge", "{\"annotators\":[11]}").jsonPath();

        assertThat(purged.getLong("rows")).isEqualTo(1);
        assertThat(purged.getList("snapshots", Long.class)).containsExactly(both);
        Response refused = export(both, "TRL");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).endsWith("/rows-purged");
        assertThat(refused.jsonPath().getList("violations.field")).containsExactly(byAnn.row().key());
        assertThat(snapshot(both).jsonPath().getLong("purged")).isEqualTo(1);
        assertThat(export(bob, "TRL").asString()).contains(byBob.row().key());
        assertThat(count("snapshot_content")).isEqualTo(1);

        long anew = make("Anew", Map.of()).jsonPath().getLong("id");
        assertThat(export(anew, "TRL").statusCode()).isEqualTo(200);
        assertThat(export(both, "TRL").statusCode()).isEqualTo(409);
        assertThat(post("/purge", Json.write(Map.of("record_ids", List.of(byBob.row().key())))).jsonPath()
                .getList("snapshots", Long.class)).containsExactly(both, bob, anew);
        assertThat(post("/purge", Json.write(Map.of("annotations", List.of(byAnn.annotationId())))).jsonPath()
                .getLong("rows")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"annotators\":[\"ann\"]}", "{\"annotations\":3}", "{\"record_ids\":[1]}"})
    void aPurgeOfNothingIsRefused(String body) {
        assertThat(post("/purge", body).statusCode()).isEqualTo(400);
    }

    @Test
    void forAWithdrawnJudgementTheSnapshotsAreNamedThatContainIt() {
        Judged judged = judged(Judged.first(projectId, Ids.next(), ANN));
        long id = make("Holds it", Map.of()).jsonPath().getLong("id");
        owners.publish(peers, List.of(Publication.deletion(Topic.ANNOTATIONS, judged.annotationId(), 2),
                new Publication(Topic.PREFERENCES, judged.row().key(), 2, null)));
        judged(Judged.first(projectId, Ids.next(), ANN));
        make("Does not", Map.of());

        String path = "/api/annotations/" + judged.annotationId() + "/snapshots";
        assertThat(exports.get(path, Map.of()).jsonPath().getList("id", Long.class)).containsExactly(id);
        assertThat(exports.get("/api/annotations/" + Ids.next() + "/snapshots", Map.of()).jsonPath().getList(""))
                .isEmpty();
        assertThat(Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers).get(path, Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void conversationsAndVotesStayAsTheyWereExported() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        judged(Judged.first(projectId, Ids.next(), ANN).to(List.of(Map.of("role", "user", "content", "Hello"))));
        Map<String, String> selecting = Map.of("aggregate", "majority");
        String live = exports.get("/api/projects/" + projectId + "/export", with(selecting, "exportType", "TRL"))
                .asString();

        long id = make("Mixed", selecting).jsonPath().getLong("id");

        assertThat(export(id, "TRL").asString()).isEqualTo(live).contains("\"votes\":1", "\"shape\":\"messages\"");
    }

    @Test
    void aFolderOfASnapshotHasTheSplitsThatWereAskedFor() {
        for (int i = 0; i < 60; i++) {
            judged(Judged.first(projectId, Ids.next(), ANN));
        }
        Map<String, String> selecting = Map.of("split_shares", "50,30,20");
        byte[] live = exports.get("/api/projects/" + projectId + "/export", with(selecting, "exportType", "HF"))
                .asByteArray();

        JsonPath made = make("Splits", selecting).jsonPath();

        assertThat(export(made.getLong("id"), "HF").asByteArray()).isEqualTo(live);
        assertThat(new String(live, StandardCharsets.ISO_8859_1)).contains("data/train-00000-of-00001.parquet",
                "data/validation-00000-of-00001.parquet", "data/test-00000-of-00001.parquet");
        assertThat(made.getLong("rows")).isEqualTo(60);
    }

    @Test
    void filesAreOfTheRowsThatWereFrozenWhateverIsAsked() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        String path = "/api/projects/" + projectId + "/snapshots/" + make("All", Map.of()).jsonPath().getLong("id")
                + "/export";

        for (String name : List.of("split", "annotators", "min_strength", "download_all_tasks")) {
            Response refused = exports.get(path, Map.of(name, "1"));

            assertThat(refused.statusCode()).as(name).isEqualTo(400);
            assertThat(refused.asString()).contains("\"field\":\"" + name + "\"", "is not for a snapshot");
        }
        assertThat(exports.get(path, Map.of("exportType", "TOGETHER", "part", "provenance")).asString())
                .contains("\"record_id\"");
    }

    @Test
    void filesHaveANameThatIsAlwaysTheSame() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        long id = make("Named", Map.of()).jsonPath().getLong("id");

        assertThat(export(id, "PARQUET").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"project-%d-snapshot-%d.parquet\"".formatted(projectId, id));
        assertThat(export(id, "CSV").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"project-%d-snapshot-%d.csv\"".formatted(projectId, id));
        assertThat(export(id, "nothing").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|min_strength|1|title", "' '|min_strength|1|title",
            "A|min_strength|9|min_strength", "A|min_strength|3|selection", "A|split_shares|1,2,3|split_shares"})
    void whatCannotBeFrozenIsRefusedAndLeavesNothing(String title, String name, String value, String named)
            throws SQLException {
        judged(Judged.first(projectId, Ids.next(), ANN).by(1));

        Response refused = make(title, Map.of(name, value));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo(named);
        assertThat(count("snapshot_content") + count("snapshot_row") + count("snapshot")).isZero();
    }

    @Test
    void onlyOwnersAndManagersHaveSnapshots() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        long id = make("Mine", Map.of()).jsonPath().getLong("id");
        Exports owner = exports;
        String[] paths = {"", "/" + id, "/" + id + "/export", "/" + id + "/compare/" + id};

        assertThat(Exports.as(Role.MANAGER, List.of(), owners, peers).get(path("/" + id), Map.of()).statusCode())
                .isEqualTo(200);
        Exports member = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        Exports stranger = Exports.as(Role.ANNOTATOR, List.of(), owners, peers);
        for (String path : paths) {
            assertThat(member.get(path(path), Map.of()).statusCode()).isEqualTo(403);
            assertThat(stranger.get(path(path), Map.of()).statusCode()).isEqualTo(404);
        }
        exports = member;
        assertThat(make("Not mine", Map.of()).statusCode()).isEqualTo(403);
        assertThat(delete(id).statusCode()).isEqualTo(403);
        assertThat(post("/purge", "{\"annotators\":[11]}").statusCode()).isEqualTo(403);
        exports = stranger;
        assertThat(make("Not mine", Map.of()).statusCode()).isEqualTo(404);
        assertThat(delete(id).statusCode()).isEqualTo(404);
        exports = owner;
        long other = Ids.next();
        owners.publish(peers, Records.project(other));
        assertThat(exports.get("/api/projects/" + other + "/snapshots/" + id, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aDeletedProjectTakesItsSnapshotsWithIt() {
        judged(Judged.first(projectId, Ids.next(), ANN));
        make("Soon gone", Map.of());

        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        await().atMost(Owners.SOON)
                .until(() -> count("snapshot_content") + count("snapshot_row") + count("snapshot") == 0);
        assertThat(exports.get(path(""), Map.of()).statusCode()).isEqualTo(404);
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private String path(String rest) {
        return "/api/projects/" + projectId + "/snapshots" + rest;
    }

    private Response make(String title, Map<String, String> selecting) {
        return exports.request().queryParams(selecting).body(Json.write(Map.of("title", title))).post(path(""));
    }

    private Response post(String rest, String body) {
        return exports.request().body(body).post(path(rest));
    }

    private Response delete(long id) {
        return exports.request().delete(path("/" + id));
    }

    private Response snapshot(long id) {
        return exports.get(path("/" + id), Map.of());
    }

    private JsonPath list() {
        return exports.get(path(""), Map.of()).jsonPath();
    }

    private Response export(long id, String format) {
        return exports.get(path("/" + id + "/export"), Map.of("exportType", format));
    }

    private Response compare(long from, long to, Map<String, String> query) {
        return exports.get(path("/" + from + "/compare/" + to), query);
    }

    /** {@return the hash of the file in each format} */
    private Map<String, String> files(long id) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : List.of("TRL", "PARQUET", "HF")) {
            Response file = export(id, format);
            assertThat(file.statusCode()).isEqualTo(200);
            files.put(format, Hashes.sha256(file.asByteArray()));
        }
        return files;
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(some);
        all.put(name, value);
        return all;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select count(*) from " + table + " where project_id = ?")) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Takes the copies away that a rebuild makes anew. */
    private void loseCopies() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String table : List.of("preference_copy", "annotation_copy")) {
                try (PreparedStatement delete = connection
                        .prepareStatement("delete from " + table + " where project_id = ?")) {
                    delete.setLong(1, projectId);
                    delete.executeUpdate();
                }
            }
        }
    }
}
