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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The formats that are made of tasks and annotations find these in a snapshot, too. */
@QuarkusTest
class FrozenTasksTest {

    private static final long ANN = 11;
    private static final long BOB = 12;
    /** Each is a format, and may have parameters. */
    private static final List<String> FILES = List.of("JSON", "JSON_MIN", "CSV", "TSV", "CSV&spreadsheet=true",
            "CSV&columns=prompt,why", "JSON&compress=gzip");

    private static final int MANY = 10_500;
    /** Copies of one that is there, each with an id of its own. An annotation goes to the task with the same one. */
    private static final String MORE = """
            insert into %1$s_copy select (jsonb_populate_record(t, jsonb_build_object('task_id', id, 'annotation_id', id, 'record',
                replace(replace(t.record, '"annotation_id":' || %2$s, '"annotation_id":' || id), '"task_id":' || t.task_id,
                    '"task_id":' || id)))).*
            from %1$s_copy t, generate_series(%3$d, %4$d) id where %2$s = ?
            """;

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private Exports exports;
    private SnapshotFiles files;

    private final long projectId = Ids.next();
    private final long first = Ids.next();
    private final long second = Ids.next();
    private final long untouched = Ids.next();
    private final AnnotationRecord left = Records.annotation(projectId, first, Ids.next(), "left");
    private final Judged byAnn = Judged.first(projectId, first, ANN);
    private final Judged byBob = Judged.tie(projectId, second, BOB);
    private final AnnotationRecord skip = Records.skipBy(13, projectId, second, Ids.next());

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        files = new SnapshotFiles(exports, projectId);
        owners.publish(peers, Records.project(projectId));
        owners.publish(peers, Stream.of(first, second, untouched).map(id -> Records.task(projectId, id)));
        owners.publish(peers, Stream.of(left, skip));
        owners.publish(peers, Stream.concat(byAnn.published().stream(), byBob.published().stream()));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "'',ties=both", "annotators=11,min_strength=0",
            "ground_truth=exclude,'split_shares=80,10,10'"})
    void eachFileIsThatOfTheProjectAtThatMomentWhateverIsAskedOfRowsAlone(String asked, String ofRows) {
        Map<String, String> live = live(asked);

        long id = files.make(Stream.of(asked, ofRows).filter(some -> !some.isEmpty()).collect(Collectors.joining("&")))
                .getLong("id");

        assertThat(frozen(id)).isEqualTo(live);
        assertThat(live).allSatisfy((file, bytes) -> assertThat(bytes).as(file).doesNotStartWith("refused"));
        assertThat(live.get("JSON")).contains("\"id\":" + byAnn.annotationId());
    }

    @Test
    void filesStayAfterEditsWithdrawalsAnotherConfigurationAndARebuild() throws SQLException {
        long id = files.make("").getLong("id");
        Map<String, String> before = frozen(id);

        owners.publish(peers,
                List.of(Publication.of(Records.task(projectId, first, Map.of("prompt", "Another one")), 2),
                        Publication.deletion(Topic.TASKS, second, 2),
                        Publication.of(Records.annotation(projectId, first, left.annotationId(), "right"), 2),
                        Publication.deletion(Topic.ANNOTATIONS, byAnn.annotationId(), 2),
                        Publication.of(comparing(new ComparisonSpec(List.of(), List.of())), 2)));

        assertThat(live("").get("JSON")).isNotEqualTo(before.get("JSON"));
        assertThat(frozen(id)).isEqualTo(before);
        for (String table : List.of("task_copy", "annotation_copy", "preference_copy", "tie_row")) {
            run("delete from " + table + " where project_id = ?", projectId);
        }
        assertThat(frozen(id)).isEqualTo(before);
    }

    @Test
    void aDryRunSaysWhatTheProjectsOwnSaidThen() {
        Map<String, String> live = new LinkedHashMap<>();
        FILES.forEach(file -> live.put(file, text(files.live("dry_run=true", file, "data"))));
        long id = files.make("").getLong("id");

        Map<String, String> frozen = new LinkedHashMap<>();
        FILES.forEach(file -> frozen.put(file, text(files.export(id, file + "&dry_run=true", "data"))));

        assertThat(frozen).isEqualTo(live);
        assertThat(frozen.get("JSON")).contains("\"rows\":\"task\"", "\"rows_in\":3", "\"rows_out\":2",
                "NOTHING_SELECTED");
        assertThat(frozen.get("CSV")).contains("\"rows\":\"annotation\"", "\"rows_in\":4", "\"rows_out\":3", "SKIPPED");
    }

    @Test
    void aManifestCountsAndHashesThem() {
        JsonPath made = files.make("");

        assertThat(made.getInt("version")).isEqualTo(3);
        assertThat(made.getLong("sources.tasks")).isEqualTo(2);
        assertThat(made.getLong("sources.annotations")).isEqualTo(4);
        assertThat(made.getLong("sources.purged")).isZero();
        assertThat(made.getMap("sources")).containsOnlyKeys("tasks", "annotations", "purged", "sha256");
        assertThat(files.make("").getString("sources.sha256")).isEqualTo(made.getString("sources.sha256"));
        owners.publish(peers,
                List.of(Publication.of(Records.annotation(projectId, first, left.annotationId(), "right"), 2)));
        String edited = files.make("").getString("sources.sha256");
        assertThat(edited).matches("[0-9a-f]{64}").isNotEqualTo(made.getString("sources.sha256"));
        owners.publish(peers, List.of(Publication.of(comparing(new ComparisonSpec(List.of(), List.of())), 2)));
        assertThat(files.make("").getString("sources.sha256")).isNotEqualTo(edited);
    }

    @Test
    void whatIsFrozenTwiceIsStoredOnceAndGoesWithTheLastSnapshotThatHoldsIt() throws SQLException {
        long one = files.make("").getLong("id");
        long two = files.make("").getLong("id");

        assertThat(count("snapshot_source")).isEqualTo(12);
        assertThat(count("snapshot_source_content")).isEqualTo(6);
        exports.request().delete(files.path("/" + one));
        assertThat(count("snapshot_source_content")).isEqualTo(6);
        assertThat(files.export(two, "JSON", "data").statusCode()).isEqualTo(200);
        exports.request().delete(files.path("/" + two));
        assertThat(count("snapshot_source") + count("snapshot_source_content")).isZero();

        files.make("");
        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));
        await().atMost(Owners.SOON).until(() -> count("snapshot_source") + count("snapshot_source_content") == 0);
    }

    @Test
    void asManyTasksAsTakeSeveralStatementsAreAllFrozenInTheirOrder() throws SQLException {
        long base = first * 1_000_000;
        run(MORE.formatted("task", "t.task_id", base, base + MANY), first);
        run(MORE.formatted("annotation", "t.annotation_id", base, base + MANY), left.annotationId());
        String live = text(files.live("", "JSON", "data"));

        JsonPath made = files.make("");

        assertThat(made.getLong("sources.tasks")).isEqualTo(MANY + 3);
        assertThat(text(files.export(made.getLong("id"), "JSON", "data"))).isEqualTo(live);
    }

    @Test
    void whoeverAsksToBeForgottenIsForgottenHereToo() throws SQLException {
        long all = files.make("").getLong("id");
        long anns = files.make("annotators=11").getLong("id");
        String key = byAnn.row().key();

        JsonPath skips = purge("{\"annotators\":[13]}");
        assertThat(List.of(skips.getLong("rows"), skips.getLong("annotations"))).containsExactly(0L, 1L);
        assertThat(skips.getList("snapshots", Long.class)).containsExactly(all);
        Response refused = files.export(all, "JSON", "data");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("1 of 4 annotations");
        assertThat(refused.jsonPath().getList("violations.field")).containsExactly(String.valueOf(skip.annotationId()));
        assertThat(files.export(all, "TRL", "data").statusCode()).isEqualTo(200);
        assertThat(files.export(anns, "CSV", "data").statusCode()).isEqualTo(200);

        JsonPath row = purge("{\"record_ids\":[\"" + key + "\"]}");
        assertThat(List.of(row.getLong("rows"), row.getLong("annotations"))).containsExactly(2L, 2L);
        assertThat(files.export(anns, "CSV", "data").statusCode()).isEqualTo(409);
        assertThat(exports.get(files.path("/" + anns), Map.of()).jsonPath().getLong("sources.purged")).isEqualTo(1);
        assertThat(texts("select record from snapshot_source_content where project_id = ?"))
                .noneMatch(record -> record.contains("\"annotation_id\":" + byAnn.annotationId()))
                .anyMatch(record -> record.contains("\"annotation_id\":" + byBob.annotationId()));
    }

    @Test
    void forASkipTheSnapshotsAreNamedThatContainIt() {
        long id = files.make("").getLong("id");
        files.make("annotators=11");

        assertThat(exports.get("/api/annotations/" + skip.annotationId() + "/snapshots", Map.of())
                .jsonPath()
                .getList("id", Long.class)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aggregate=majority", "split=train&split_shares=98,1,1"})
    void rowsThatWereSelectedByPairsMakeNoFileOfAnnotations(String asked) throws SQLException {
        JsonPath made = files.make(asked);

        Response refused = files.export(made.getLong("id"), "CSV", "data");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo("exportType");
        assertThat(refused.asString()).contains("CSV", asked.substring(0, asked.indexOf('=')));
        assertThat(made.getMap("")).doesNotContainKey("sources");
        assertThat(count("snapshot_source")).isZero();
    }

    @Test
    void aFormerSnapshotSaysThatItKeepsNoTasks() throws SQLException {
        long id = files.make("").getLong("id");
        run("update snapshot set version = 2, comparison_spec = null where snapshot_id = ?", id);

        Response refused = files.export(id, "JSON", "data");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"exportType\"", "older");
        assertThat(files.export(id, "TRL", "data").statusCode()).isEqualTo(200);
    }

    @Test
    void peopleHaveIdsAndNoAddresses() {
        long id = files.make("").getLong("id");

        Response refused = files.export(id, "JSON&authors=true", "data");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("\"authors\"", "keeps no addresses");
    }

    private ProjectRecord comparing(ComparisonSpec spec) {
        ProjectRecord now = Records.project(projectId);
        return new ProjectRecord(projectId, now.title(), "", 1, "Sequential sampling", "REQUEUE_FOR_OTHERS", true, true,
                spec);
    }

    private Map<String, String> live(String asked) {
        return files(file -> files.live(asked, file, "data"));
    }

    private Map<String, String> frozen(long id) {
        return files(file -> files.export(id, file, "data"));
    }

    private static Map<String, String> files(Function<String, Response> asked) {
        Map<String, String> found = new LinkedHashMap<>();
        FILES.forEach(file -> found.put(file, text(asked.apply(file))));
        return found;
    }

    private static String text(Response file) {
        return file.statusCode() == 200
                ? new String(file.asByteArray(), StandardCharsets.ISO_8859_1)
                : "refused with " + file.statusCode() + file.asString();
    }

    private JsonPath purge(String body) {
        return exports.request().body(body).post(files.path("/purge")).jsonPath();
    }

    private long count(String table) throws SQLException {
        return Long.parseLong(texts("select cast(count(*) as text) from " + table + " where project_id = ?").get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
                return texts;
            }
        }
    }

    private void run(String sql, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
