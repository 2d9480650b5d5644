package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What the linter says of a whole file: rows that contradict each other, and ties that a format can have no row of. */
@QuarkusTest
class ConflictsTest {

    private static final long ANN = 11;
    private static final long BOB = 12;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final long task = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOGETHER", "TRL_SFT", "TRL", "PARQUET", "HF"})
    void everyFileSaysHowOftenItContradictsItself(String format) {
        contradiction();
        judged(Judged.first(projectId, Ids.next(), ANN));

        assertThat(warnings(export(format))).contains("CONFLICTING_DUPLICATE=1");
        assertThat(dryRun(format).getList("warnings.code")).containsOnlyOnce("CONFLICTING_DUPLICATE");
        assertThat(warnings(export(format, "annotators", "11"))).doesNotContain("CONFLICTING");
        assertThat(warnings(frozen(format))).contains("CONFLICTING_DUPLICATE=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOGETHER", "TRL", "PARQUET", "HF"})
    void strictlyAContradictionIsNoFile(String format) {
        List<Judged> both = contradiction();

        Response refused = export(format, "lint", "strict");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains(both.get(0).row().recordId(), both.get(1).row().recordId(),
                "conflicts=drop");
        assertThat(dryRun(format, "lint", "strict").getBoolean("refused")).isTrue();
        assertThat(frozen(format, "lint", "strict").statusCode()).isEqualTo(422);
        assertThat(export(format, "lint", "strict", "annotators", "11").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOGETHER", "TRL"})
    void contradictionsMayBeLeftOutAndAreListed(String format) {
        List<Judged> both = contradiction();
        Judged other = judged(Judged.first(projectId, Ids.next(), ANN));

        Response file = export(format, "conflicts", "drop");

        assertThat(file.asString().lines()).hasSize(1);
        assertThat(file.header("Prefstream-Rows-Left-Out")).isEqualTo("CONFLICTING_DUPLICATE=2");
        assertThat(warnings(file)).doesNotContain("CONFLICTING");
        assertThat(export(format, "conflicts", "drop", "part", "provenance").asString())
                .contains(other.row().recordId());
        assertThat(listed(export(format, "conflicts", "drop", "part", "rejected"))).containsExactly(
                both.get(0).row().recordId() + " CONFLICTING_DUPLICATE",
                both.get(1).row().recordId() + " CONFLICTING_DUPLICATE");
        JsonPath told = dryRun(format, "conflicts", "drop");
        assertThat(told.getLong("rows_out")).isEqualTo(1);
        assertThat(told.getList("left_out.code")).containsExactly("CONFLICTING_DUPLICATE");
        assertThat(told.getList("warnings.code")).doesNotContain("CONFLICTING_DUPLICATE");
        Response ofSnapshot = frozen(format, "conflicts", "drop");
        assertThat(ofSnapshot.asString()).isEqualTo(file.asString());
    }

    @Test
    void theSameAnswersInAnotherOrderContradictToo() {
        judged(Judged.first(projectId, task, ANN).to("Same?").of(List.of("x", "y")));
        judged(Judged.first(projectId, Ids.next(), ANN).to("Same?").of(List.of("y", "x")));
        judged(Judged.first(projectId, Ids.next(), ANN).to("Other?").of(List.of("y", "x")));

        assertThat(warnings(export("TOGETHER"))).isEqualTo("CONFLICTING_DUPLICATE=1");
        assertThat(export("TOGETHER", "conflicts", "drop").asString().lines()).hasSize(1);
    }

    @Test
    void aTieContradictsNothing() {
        judged(Judged.tie(projectId, task, ANN));
        judged(Judged.first(projectId, task, BOB));

        assertThat(warnings(export("TRL", "ties", "both"))).doesNotContain("CONFLICTING");
        assertThat(export("TRL", "ties", "both", "conflicts", "drop").asString().lines()).hasSize(3);
    }

    @Test
    void tiesThatWereAskedForAndCannotBeAreCountedAndListed() {
        Judged tie = judged(Judged.tie(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN));

        Response file = export("TOGETHER", "ties", "both");

        assertThat(file.asString().lines()).hasSize(1);
        assertThat(file.header("Prefstream-Rows-Left-Out")).isEqualTo("TIE_DROPPED=1");
        assertThat(export("TOGETHER").header("Prefstream-Rows-Left-Out")).isNull();
        assertThat(listed(export("TOGETHER", "ties", "both", "part", "rejected")))
                .containsExactly(tie.tied(0, 1).recordId() + " TIE_DROPPED");
        assertThat(export("TOGETHER", "part", "rejected").asString()).isEmpty();
        Response refused = export("TOGETHER", "ties", "both", "lint", "strict");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("TIE_DROPPED=1", tie.tied(0, 1).recordId());
        JsonPath told = dryRun("TOGETHER", "ties", "both");
        assertThat(told.getList("left_out.code")).containsExactly("TIE_DROPPED");
        assertThat(told.getLong("rows_in")).isEqualTo(told.getLong("rows_out") + 1).isEqualTo(2);
    }

    @Test
    void tiesOfASnapshotThatAFormatCannotHaveAreCountedAndListedToo() {
        Judged tie = judged(Judged.tie(projectId, task, ANN));
        judged(Judged.first(projectId, Ids.next(), ANN));
        assertThat(frozenOf("?ties=both", "TOGETHER").header("Prefstream-Rows-Left-Out")).isEqualTo("TIE_DROPPED=1");
        assertThat(listed(frozenOf("?ties=both", "TOGETHER", "part", "rejected")))
                .containsExactly(tie.tied(0, 1).recordId() + " TIE_DROPPED");
        assertThat(frozenOf("?ties=both", "TOGETHER", "lint", "strict").statusCode()).isEqualTo(422);
        assertThat(frozenOf("?ties=both", "HELPSTEER").header("Prefstream-Rows-Left-Out")).isNull();
        assertThat(frozen("TOGETHER").header("Prefstream-Rows-Left-Out")).isNull();
    }

    private List<Judged> contradiction() {
        return List.of(judged(Judged.first(projectId, task, ANN)), judged(Judged.second(projectId, task, BOB)));
    }

    private Judged judged(Judged judged) {
        owners.publish(peers, judged.published().stream());
        return judged;
    }

    private static String warnings(Response file) {
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
        return String.valueOf(file.header("Prefstream-Warnings"));
    }

    private static List<String> listed(Response rejected) {
        return rejected.asString()
                .lines()
                .map(Json::readObject)
                .map(row -> row.get("record_id") + " " + row.get("code"))
                .toList();
    }

    private Response frozen(String format, String... more) {
        return frozenOf("", format, more);
    }

    private Response frozenOf(String selecting, String format, String... more) {
        String path = "/api/projects/" + projectId + "/snapshots";
        long id = exports.request().body(Map.of("title", "Now")).post(path + selecting).jsonPath().getLong("id");
        return exports.get(path + "/" + id + "/export", Exports.asking(format, more));
    }

    private Response export(String format, String... more) {
        return exports.export(projectId, format, more);
    }

    private JsonPath dryRun(String format, String... more) {
        String[] asked = Stream.concat(Stream.of("dry_run", "true"), Stream.of(more)).toArray(String[]::new);
        return export(format, asked).jsonPath();
    }
}
