package org.prefstream.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Outcome;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.delivery.TargetServers.Servers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Every pair of answers that was judged is counted once in the manifest of a file: it has a row, or a reason why not. */
@QuarkusTest
@QuarkusTestResource(TargetServers.class)
class ManifestCountsTest {

    private static final long ANN = 11;
    private static final long BOB = 12;
    /** A preference, a tie, two of which both are bad, one of equal answers, a ranking of three and a conversation. */
    private static final int JUDGED = 1 + 1 + 2 + 1 + 3 + 1;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // TargetServers sets it
    Servers servers;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        owners.publish(peers, Records.project(projectId));
        List<Map<String, String>> conversation = List.of(Map.of("role", "user", "content", "Hello"),
                Map.of("role", "assistant", "content", "Hello, you"), Map.of("role", "user", "content", "Well?"));
        List.of(Judged.first(projectId, Ids.next(), ANN), Judged.tie(projectId, Ids.next(), BOB),
                Judged.outcome(projectId, Ids.next(), ANN, Outcome.BOTH_BAD),
                Judged.outcome(projectId, Ids.next(), BOB, Outcome.BOTH_BAD),
                Judged.first(projectId, Ids.next(), BOB).of(List.of("same", "same")),
                Judged.ranking(projectId, Ids.next(), ANN, List.of(List.of(2), List.of(0), List.of(1))),
                Judged.second(projectId, Ids.next(), BOB).to(conversation))
                .forEach(judged -> owners.publish(peers, judged.published().stream()));
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "?ties=both, 6"})
    void whatWentInIsWhatCameOutAndWhatWasLeftOut(String asked, int selected) {
        Exports exports = Exports.asOwner(owners, peers);
        Delivered delivered = new Delivered(exports, projectId);
        long snapshot = exports.request()
                .body("{\"title\":\"Counted\"}")
                .post(delivered.path("/snapshots") + asked)
                .jsonPath()
                .getLong("id");
        List<String> formats = exports.get(delivered.path("/export/formats"), Map.of())
                .jsonPath()
                .getList("findAll { it.tags != null && it.tags.contains('training') }.name");

        assertThat(formats).hasSizeGreaterThan(20).allSatisfy(format -> {
            JsonPath manifest = sent(delivered, snapshot, format);
            int leftOut = manifest.getMap("left_out", String.class, Integer.class)
                    .values()
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(manifest.getInt("rows_in")).as(format).isEqualTo(JUDGED);
            assertThat(manifest.getInt("pairs") + leftOut).as(format).isEqualTo(JUDGED);
        });
        assertThat(sent(delivered, snapshot, "TRL").getInt("pairs")).isEqualTo(selected);
    }

    private JsonPath sent(Delivered delivered, long snapshot, String format) {
        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "disk", Map.of("export_type", format)),
                "done", "failed");
        assertThat(done.getString("state")).as(format).isEqualTo("done");
        Path manifest = servers.folder().resolve(done.getString("place")).resolve("manifest.json");
        return new JsonPath(new String(TestFiles.bytes(manifest), StandardCharsets.UTF_8));
    }
}
