package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.Outcome;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A dry run says of a snapshot's file what the dry run of the export said at that moment. */
@QuarkusTest
class SnapshotDryRunTest {

    private static final long ANN = 11;
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private Exports exports;
    private SnapshotFiles files;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        files = new SnapshotFiles(exports, projectId);
        owners.publish(peers, Records.project(projectId));
        long task = Ids.next();
        List<Map<String, String>> conversation = List.of(Map.of("role", "user", "content", "Hello"),
                Map.of("role", "assistant", "content", "Hello, you"), Map.of("role", "user", "content", "Well?"));
        judged(Judged.first(projectId, task, ANN).by(2));
        judged(Judged.second(projectId, task, BOB));
        judged(Judged.tie(projectId, task, 13));
        judged(Judged.outcome(projectId, task, 14, Outcome.BOTH_BAD));
        judged(Judged.tie(projectId, Ids.next(), BOB));
        judged(Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD));
        judged(Judged.outcome(projectId, Ids.next(), ANN, Outcome.CANNOT_JUDGE));
        judged(Judged.first(projectId, Ids.next(), BOB).of(List.of("same", "same")));
        judged(Judged.first(projectId, Ids.next(), BOB).of(List.of("a \ud800", "b")));
        judged(Judged.second(projectId, Ids.next(), BOB).to(conversation));
        judged(Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0), List.of(1, 3))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ties=both", "min_strength=1", "ties=both&aggregate=majority",
            "ties=both&min_strength=1", "ties=both&min_agreement=0"})
    void itIsThatOfTheExportInEveryFormat(String asked) {
        Map<String, String> live = files.live(asked.isEmpty() ? "dry_run=true" : asked + "&dry_run=true",
                List.of("data", "provenance"));

        long id = files.make(asked).getLong("id");
        judged(Judged.first(projectId, Ids.next(), ANN));

        Map<String, String> frozen = files.dryRuns(id, List.of("data", "provenance"));
        live.forEach((file, counts) -> assertThat(Json.readObject(frozen.getOrDefault(file, "{}"))).as(file)
                .isEqualTo(Json.readObject(counts)));
        assertThat(Json.readObject(live.getOrDefault("TOGETHER data", "")).get("rows_in")).isEqualTo(16);
    }

    @Test
    void itCountsTheRowsOfTheFile() {
        long id = files.make("ties=both").getLong("id");

        for (String format : List.of("TRL", "TOGETHER", "ARENA", "TRL_UNPAIRED", "HELPSTEER")) {
            JsonPath told = dryRun(id, Map.of("exportType", format)).jsonPath();
            byte[] file = files.export(id, format, "data").asByteArray();
            assertThat(told.getLong("rows_out")).as(format)
                    .isEqualTo(new String(file, StandardCharsets.UTF_8).lines().count());
            if (told.getBoolean("size.exact")) {
                assertThat(told.getLong("size.bytes")).as(format).isEqualTo(file.length);
            }
        }
    }

    @Test
    void itSaysWhetherThereWouldBeAFile() {
        long id = files.make("ties=both").getLong("id");

        Response strict = dryRun(id, Map.of("exportType", "TOGETHER", "lint", "strict"));
        assertThat(strict.contentType()).startsWith("application/json");
        assertThat(strict.header("Content-Disposition")).isNull();
        assertThat(strict.jsonPath().getBoolean("refused")).isTrue();
        assertThat(strict.jsonPath().getList("left_out.code")).contains("TIE_DROPPED", "IDENTICAL_ANSWERS");
        assertThat(strict.jsonPath().getList("warnings.code")).contains("CONFLICTING_DUPLICATE");
        assertThat(dryRun(id, Map.of("exportType", "TOGETHER")).jsonPath().getBoolean("refused")).isFalse();
        assertThat(dryRun(id, Map.of("dry_run", "maybe")).statusCode()).isEqualTo(400);
    }

    @Test
    void ofASnapshotWithPurgedRowsThereIsNone() {
        long id = files.make("").getLong("id");
        exports.request().body("{\"annotators\":[11]}").post(files.path("/purge"));

        assertThat(dryRun(id, Map.of()).statusCode()).isEqualTo(409);
    }

    private Response dryRun(long id, Map<String, String> query) {
        return exports.request()
                .queryParams(query.containsKey("dry_run") ? Map.of() : Map.of("dry_run", "true"))
                .queryParams(query)
                .get(files.path("/" + id + "/export"));
    }

    private void judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
    }
}
