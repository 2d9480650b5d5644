package org.prefstream.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.delivery.TargetServers.Servers;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Snapshots go to a folder that the operator names, whole or not at all. */
@QuarkusTest
@QuarkusTestResource(TargetServers.class)
class FolderDeliveryTest {

    @Inject
    Owners owners;

    @Inject
    Deliver deliver;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // TargetServers sets it
    Servers servers;

    @SuppressWarnings("NullAway.Init") // set before each test
    Delivered delivered;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        delivered = new Delivered(Exports.asOwner(owners, peers), projectId);
        owners.publish(peers, Records.project(projectId));
        judge();
        judge();
    }

    private Judged judge() {
        Judged judged = Judged.first(projectId, Ids.next(), 11);
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private Path place(JsonPath delivery) {
        return servers.folder().resolve(delivery.getString("place"));
    }

    private static Map<String, Object> about(String path, byte[] file) {
        return Map.of("path", path, "bytes", file.length, "sha256", Hashes.sha256(file));
    }

    private static Map<String, Object> manifest(Path place) {
        return Json.readObject(new String(TestFiles.bytes(place.resolve("manifest.json")), StandardCharsets.UTF_8));
    }

    @Test
    void aFileAndItsManifestAreInTheFolderAndNothingElse() {
        long snapshot = delivered.snapshot();

        Response begun = delivered.begin(snapshot, "disk", Map.of("export_type", "TRL"));
        JsonPath done = delivered.until(snapshot, begun, "done", "failed");

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(done.getString("error")).isNull();
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getString("place")).matches(projectId + "-[a-z0-9-]+/" + snapshot + "/TRL");
        assertThat(done.getLong("rows")).isEqualTo(2);
        String name = "project-%d-snapshot-%d.jsonl".formatted(projectId, snapshot);
        assertThat(TestFiles.names(place(done))).containsExactly("manifest.json", name, "provenance.jsonl",
                "rejected.jsonl");
        byte[] file = TestFiles.bytes(place(done).resolve(name));
        assertThat(file).isEqualTo(delivered.export(snapshot, Map.of("exportType", "TRL")));
        byte[] provenance = TestFiles.bytes(place(done).resolve("provenance.jsonl"));
        assertThat(provenance).isEqualTo(delivered.export(snapshot, Map.of("exportType", "TRL", "part", "provenance")));
        assertThat(TestFiles.bytes(place(done).resolve("rejected.jsonl"))).isEmpty();
        assertThat(done.getLong("bytes")).isEqualTo(file.length + provenance.length);
        assertThat(manifest(place(done))).containsEntry("format", "TRL")
                .containsEntry("rows", 2)
                .containsEntry("files", List.of(about(name, file), about("provenance.jsonl", provenance),
                        about("rejected.jsonl", new byte[0])));
        assertThat(Json.asObject(manifest(place(done)).get("snapshot"))).containsEntry("sha256", Hashes.sha256(file));
    }

    @Test
    void aFileOfTasksHasAManifestThatCountsTasks() {
        long task = Ids.next();
        owners.publish(peers, Records.task(projectId, task));
        owners.publish(peers, Records.task(projectId, Ids.next()));
        owners.publish(peers, Records.annotation(projectId, task, Ids.next(), "left"));
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("export_type", "JSON")),
                "done", "failed");

        String name = "project-%d-snapshot-%d.json".formatted(projectId, snapshot);
        assertThat(TestFiles.names(place(done))).containsExactly("manifest.json", name);
        assertThat(TestFiles.bytes(place(done).resolve(name)))
                .isEqualTo(delivered.export(snapshot, Map.of("exportType", "JSON")));
        assertThat(manifest(place(done))).containsEntry("rows_in", 2)
                .containsEntry("rows", 1)
                .containsEntry("left_out", Map.of("NOTHING_SELECTED", 1))
                .doesNotContainKey("pairs");
    }

    @ParameterizedTest
    @CsvSource({"TRL, 2, {}, {}", "OPENAI_DPO, 2, {}, {BELOW_MIN_ROWS=2}",
            "ARENA, 0, {MODEL_NOT_KNOWN=2}, {BELOW_MIN_ROWS=0}"})
    void theManifestCountsWhatWentInAndOutAndWhyNot(String format, int rows, String leftOut, String warnings) {
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("export_type", format)),
                "done", "failed");

        Map<String, Object> manifest = manifest(place(done));
        assertThat(manifest).containsEntry("rows_in", 2).containsEntry("pairs", rows).containsEntry("rows", rows);
        assertThat(manifest.get("left_out")).hasToString(leftOut);
        assertThat(new String(TestFiles.bytes(place(done).resolve("rejected.jsonl")), StandardCharsets.UTF_8).lines())
                .hasSize(2 - rows);
        assertThat(manifest.get("warnings")).hasToString(warnings);
    }

    @Test
    void aHuggingFaceFolderIsUnpackedSoThatLoadersTakeItAsItIs() {
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("export_type", "HF")),
                "done", "failed");

        assertThat(TestFiles.names(place(done))).containsExactly("README.md", "data/train-00000-of-00001.parquet",
                "manifest.json", "provenance.jsonl", "rejected.jsonl");
        Map<String, Object> inner = Json.asObject(manifest(place(done)).get("dataset"));
        assertThat(inner).containsEntry("format", "HF").containsEntry("rows", 2);
        byte[] shard = TestFiles.bytes(place(done).resolve("data/train-00000-of-00001.parquet"));
        assertThat(String.valueOf(inner)).contains(Hashes.sha256(shard));
        assertThat(String.valueOf(manifest(place(done)).get("files"))).contains(Hashes.sha256(shard), "README.md");
    }

    @Test
    void aPartThatIsAskedForComesAlone() {
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("part", "provenance")),
                "done", "failed");

        assertThat(TestFiles.names(place(done))).containsExactly("manifest.json",
                "project-%d-snapshot-%d-provenance.jsonl".formatted(projectId, snapshot));
    }

    @Test
    void parametersOfTheFormatGiveAPlaceOfTheirOwn() {
        long snapshot = delivered.snapshot();

        JsonPath plain = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of()), "done", "failed");
        JsonPath packed = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("compress", "gzip")),
                "done", "failed");

        assertThat(plain.getString("place")).endsWith("/TRL");
        assertThat(packed.getString("place")).matches(".*/TRL-[0-9a-f]{8}");
        assertThat(TestFiles.names(place(packed))).contains("provenance.jsonl.gz", "rejected.jsonl.gz")
                .anyMatch(name -> name.endsWith("-%d.jsonl.gz".formatted(snapshot)));
        assertThat(manifest(place(packed))).containsEntry("parameters", Map.of("compress", "gzip"));
    }

    @Test
    void theSameAgainIsRecognisedAndWhatIsMissingIsWrittenAgain() throws IOException {
        long snapshot = delivered.snapshot();
        JsonPath first = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of()), "done", "failed");
        Path manifest = place(first).resolve("manifest.json");
        byte[] before = TestFiles.bytes(manifest);
        FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(manifest, longAgo);

        JsonPath again = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of()), "done", "failed");

        assertThat(again.getLong("id")).isNotEqualTo(first.getLong("id"));
        assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(longAgo);
        Path data = place(first).resolve("project-%d-snapshot-%d.jsonl".formatted(projectId, snapshot));
        Files.delete(data);
        JsonPath third = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of()), "done", "failed");
        assertThat(third.getString("state")).isEqualTo("done");
        assertThat(data).exists();
        assertThat(TestFiles.bytes(manifest)).isEqualTo(before);
        assertThat(delivered.exports().get(delivered.files(snapshot), Map.of()).jsonPath().getList("results.id"))
                .hasSize(3);
    }

    @Test
    void aFolderThatIsNotMountedIsTriedAgainAndIsNeverMade() throws IOException {
        long snapshot = delivered.snapshot();
        Response begun = delivered.begin(snapshot, "mount", Map.of());

        JsonPath failed = delivered.until(snapshot, begun, "done", "failed");

        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("error"))
                .isEqualTo("The target's folder is not there, or it is not mounted. It was tried 4 times.");
        assertThat(failed.getInt("attempts")).isEqualTo(4);
        assertThat(servers.absent()).doesNotExist();
        Files.createDirectory(servers.absent());
        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "mount", Map.of()), "done", "failed");
        assertThat(done.getString("state")).isEqualTo("done");
        TestFiles.deleteAll(servers.absent());
    }

    @Test
    void aDeliveryOfAReplicaThatDiedIsBegunAnewByAnotherOneWhichRemovesWhatWasLeft() throws Exception {
        long snapshot = delivered.snapshot();
        Response begun = delivered.begin(snapshot, "mount", Map.of()); // waits for its folder
        delivered.until(snapshot, begun, "waiting");
        long id = begun.jsonPath().getLong("id");
        giveToADeadReplica(id);
        Path place = Files.createDirectories(servers.absent()).resolve(begun.jsonPath().getString("place"));
        Path left = Files.createDirectories(place).resolve(".half.jsonl.prefstream-unfinished");
        Files.writeString(left, "half");

        JsonPath done = delivered.until(snapshot, begun, "done", "failed");

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(left).doesNotExist();
        assertThat(TestFiles.names(place)).hasSize(4);
        TestFiles.deleteAll(servers.absent());
    }

    @Test
    void aDeliveryIsTakenUpAgainAfterAReplicaDroppedAllWork() {
        long snapshot = delivered.snapshot();
        Response begun = delivered.begin(snapshot, "disk", Map.of("export_type", "PARQUET"));
        deliver.abandon();

        JsonPath done = delivered.until(snapshot, begun, "done", "failed", "cancelled");

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(TestFiles.names(place(done))).hasSize(4);
    }

    private void giveToADeadReplica(long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update delivery set state = 'RUNNING', attempts = 1, worker = gen_random_uuid(),
                            worker_until = clock_timestamp() + interval '1 second'
                        where delivery_id = ?
                        """)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    @Test
    void aDeliveryThatIsStoppedLeavesNothing() {
        long snapshot = delivered.snapshot();
        Response begun = delivered.begin(snapshot, "mount", Map.of());
        long id = begun.jsonPath().getLong("id");

        Response cancelled = delivered.exports().request().delete(delivered.files(snapshot) + "/" + id);

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(delivered.until(snapshot, begun, "cancelled", "done", "failed").getString("state"))
                .isEqualTo("cancelled");
        assertThat(delivered.exports().request().delete(delivered.files(snapshot) + "/" + id).statusCode())
                .isEqualTo(200);
        assertThat(delivered.exports().request().delete(delivered.files(snapshot) + "/" + Ids.next()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void twoRequestsForTheSamePlaceAreOneDelivery() {
        long snapshot = delivered.snapshot();

        long one = delivered.begin(snapshot, "mount", Map.of()).jsonPath().getLong("id");
        long other = delivered.begin(snapshot, "mount", Map.of()).jsonPath().getLong("id");

        assertThat(other).isEqualTo(one);
        delivered.exports().request().delete(delivered.files(snapshot) + "/" + one);
    }

    @Test
    void theFilesOfADeletedSnapshotAreNotBegun() {
        long snapshot = delivered.snapshot();
        Response begun = delivered.begin(snapshot, "mount", Map.of());

        assertThat(delivered.exports().request().delete(delivered.path("/snapshots/" + snapshot)).statusCode())
                .isEqualTo(204);

        assertThat(delivered.exports()
                .get(delivered.files(snapshot) + "/" + begun.jsonPath().getLong("id"), Map.of())
                .statusCode()).isEqualTo(404);
    }

    @Test
    void rowsThatWerePurgedGoNowhere() {
        Judged judged = judge();
        long snapshot = delivered.snapshot();
        delivered.exports()
                .request()
                .body(Json.write(Map.of("annotations", List.of(judged.annotationId()))))
                .post(delivered.path("/snapshots/purge"));

        Response refused = delivered.begin(snapshot, "disk", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).endsWith("/rows-purged");
    }

    @Test
    void whatIsWrongIsRefusedByItsName() {
        long snapshot = delivered.snapshot();

        assertThat(delivered.begin(snapshot, "moon", Map.of()).asString()).contains("\"target\"", "disk, lake, mount");
        assertThat(delivered.begin(snapshot, "moon", Map.of()).statusCode()).isEqualTo(400);
        assertThat(delivered.exports().request().body("{}").post(delivered.files(snapshot)).asString())
                .contains("\"target\"");
        assertThat(delivered.begin(snapshot, "disk", Map.of("min_strength", 2)).asString()).contains("min_strength");
        assertThat(delivered.begin(snapshot, "disk", Map.of("export_type", "XLSX")).asString()).contains("exportType");
        assertThat(delivered.begin(snapshot, "disk", Map.of("compress", List.of("gzip"))).asString())
                .contains("compress");
        assertThat(delivered.begin(Ids.next(), "disk", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void targetsAreNamedToManagersAloneAndNeverSayWhereTheyAre() {
        Response targets = delivered.exports().get(delivered.path("/targets"), Map.of());

        assertThat(targets.jsonPath().getList("name")).containsExactly("disk", "lake", "mount", "no-bucket",
                "wrong-key");
        assertThat(targets.jsonPath().getList("kind")).containsExactly("folder", "s3", "folder", "s3", "s3");
        assertThat(targets.asString()).doesNotContain(servers.folder().toString(), "secret", servers.endpoint());
        Exports annotator = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        assertThat(annotator.get(delivered.path("/targets"), Map.of()).statusCode()).isEqualTo(403);
        assertThat(Exports.as(Role.ANNOTATOR, List.of(), owners, peers)
                .get(delivered.path("/targets"), Map.of())
                .statusCode()).isEqualTo(404);
        long snapshot = delivered.snapshot();
        assertThat(new Delivered(annotator, projectId).begin(snapshot, "disk", Map.of()).statusCode()).isEqualTo(403);
        assertThat(annotator.get(delivered.files(snapshot), Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void addressesOfPeopleAreNotSentAnywhere() {
        Response refused = delivered.begin(delivered.snapshot(), "disk",
                Map.of("part", "provenance", "annotator_names", true));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Exports.refusals(refused)).containsOnlyKeys("annotator_names");
    }

    @Test
    void deliveriesGoWithTheirProject() {
        long snapshot = delivered.snapshot();
        delivered.begin(snapshot, "mount", Map.of());

        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        await().atMost(Owners.SOON).until(() -> rows() == 0);
    }

    private long rows() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select count(*) from delivery where project_id = ?")) {
            select.setLong(1, projectId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
