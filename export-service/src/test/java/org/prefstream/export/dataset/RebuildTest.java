package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.test.junit.QuarkusTest;

/** Judged, edited, withdrawn and deleted: what the topics hold in the end is what exports show, however it arrived. */
@QuarkusTest
class RebuildTest {

    private static final List<String> TABLES = List.of("task_copy", "annotation_copy", "preference_copy");

    @Inject
    Owners owners;

    @Inject
    Projector projector;

    @Inject
    ProjectProjection projects;

    @Inject
    TaskProjection tasks;

    @Inject
    AnnotationProjection annotations;

    @Inject
    PreferenceProjection preferences;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final long deletedProject = Ids.next();

    @BeforeEach
    void aProjectWithAPast() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Stream.of(Records.project(projectId), Records.project(deletedProject)));
        for (int i = 0; i < 5; i++) {
            judge(projectId, Ids.next());
            judge(deletedProject, Ids.next());
        }
        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, deletedProject, 2)));
        judge(deletedProject, Ids.next());
    }

    private void judge(long project, long taskId) {
        long kept = Ids.next();
        long withdrawn = Ids.next();
        PreferenceRecord mistake = Records.preference(project, taskId, withdrawn, "a mistake");
        owners.publish(peers,
                Stream.of(Records.task(project, taskId), Records.annotation(project, taskId, kept, "left"),
                        Records.preference(project, taskId, kept, "first thought"),
                        Records.annotation(project, taskId, withdrawn, "right"), mistake));
        owners.publish(peers,
                List.of(Publication.of(Records.annotation(project, taskId, kept, "right"), 2),
                        Publication.of(Records.preference(project, taskId, kept, "second thought"), 2),
                        Publication.deletion(Topic.ANNOTATIONS, withdrawn, 2),
                        new Publication(Topic.PREFERENCES, mistake.key(), 2, null)));
    }

    @Test
    void replayFromTheBeginningChangesNothing() throws SQLException {
        Map<String, String> before = everyFormat();
        List<String> rowsBefore = rows();

        replay(projections(), false, TopicAge.FRESH);

        assertThat(everyFormat()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsRebuiltFromTheBeginningInAnyOrderIsTheSame(long seed) throws SQLException {
        Map<String, String> before = everyFormat();
        List<String> rowsBefore = rows();
        assertThat(before.get("TRL")).contains("second thought").doesNotContain("first thought", "a mistake");

        List<Projection<?>> order = new ArrayList<>(projections());
        Collections.shuffle(order, new Random(seed));
        replay(order, true, TopicAge.FRESH);

        assertThat(everyFormat()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @Test
    void filesOfSnapshotsAreTheSameWhenAllWasRebuiltFromCompactedTopics() throws SQLException {
        long snapshot = exports.request()
                .body("{\"title\":\"Before\"}")
                .post("/api/projects/" + projectId + "/snapshots")
                .jsonPath()
                .getLong("id");
        Map<String, String> before = everyFormatOf("/snapshots/" + snapshot);
        Map<String, String> live = everyFormat();

        replay(projections(), true, TopicAge.COMPACTED);
        Map<String, String> liveAfter = everyFormat();
        Map<String, String> after = everyFormatOf("/snapshots/" + snapshot);
        replay(projections(), false, TopicAge.FRESH); // other tests count the markers of what was deleted

        assertThat(liveAfter).isEqualTo(live);
        assertThat(after).isEqualTo(before);
        assertThat(before.get("TRL")).contains("second thought");
    }

    @Test
    void nothingOfADeletedProjectIsKept() throws SQLException {
        everyFormat();

        assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains("project " + deletedProject));
    }

    private List<Projection<?>> projections() {
        return List.of(projects, tasks, annotations, preferences);
    }

    /** {@return the file in each format, by its name} */
    private Map<String, String> everyFormat() {
        return files("", exports.formats(projectId));
    }

    /** {@return the same of a snapshot, in the formats that have preferences} */
    private Map<String, String> everyFormatOf(String snapshot) {
        List<String> formats = exports.get("/api/projects/" + projectId + "/export/formats", Map.of())
                .jsonPath()
                .getList("findAll { it.tags != null && it.tags.contains('training') }.name");
        return files(snapshot, formats);
    }

    private Map<String, String> files(String of, List<String> formats) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : formats) {
            Map<String, Object> query = format.equals("JSON")
                    ? Map.of("exportType", format, "download_all_tasks", true)
                    : Map.of("exportType", format);
            files.put(format,
                    exports.get("/api/projects/" + projectId + of + "/export", query)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString());
        }
        return files;
    }

    /** Applies everything on the topics once more, after all rows of both projects were lost if so wished. */
    private void replay(List<Projection<?>> order, boolean afterLoss, TopicAge age) throws SQLException {
        if (afterLoss) {
            for (String table : TABLES) {
                execute("delete from " + table + " where project_id = any (?) or project_id is null");
            }
            execute("delete from project_copy where project_id = any (?)");
        }
        for (Projection<?> projection : order) {
            replay(projection, age);
        }
    }

    private <R extends TopicRecord> void replay(Projection<R> projection, TopicAge age) {
        projector.apply(projection, age.kept(RealServers.topics("export").records(projection.topic())))
                .await()
                .atMost(Owners.SOON);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", new Object[]{projectId, deletedProject}));
            statement.executeUpdate();
        }
    }

    private boolean isEmptied() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select from project_copy where project_id = ? and emptied")) {
            select.setLong(1, deletedProject);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** {@return what is stored of both projects, and all markers, once the deleted project is emptied} */
    private List<String> rows() throws SQLException {
        await().atMost(Owners.SOON).until(this::isEmptied);
        String select = """
                select 'task ' || task_id || ' project ' || coalesce(project_id, 0) || ' revision ' || revision
                from task_copy where project_id = any (?) or deleted
                union all
                select 'annotation ' || annotation_id || ' project ' || coalesce(project_id, 0) || ' revision ' || revision
                from annotation_copy where project_id = any (?) or deleted
                union all
                select 'preference ' || record_id || ' project ' || coalesce(project_id, 0) || ' revision ' || revision
                from preference_copy where project_id = any (?) or deleted
                order by 1
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 1; i <= TABLES.size(); i++) {
                statement.setArray(i, connection.createArrayOf("bigint", new Object[]{projectId, deletedProject}));
            }
            List<String> rows = new ArrayList<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        }
    }
}
