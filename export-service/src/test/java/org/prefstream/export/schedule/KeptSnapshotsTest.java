package org.prefstream.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A schedule keeps as many of its snapshots as it was told, and nobody loses one that is used. */
@QuarkusTest
class KeptSnapshotsTest {

    @Inject
    Owners owners;

    @Inject
    RemoveOldSnapshots removing;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // set before each test
    Exports exports;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Scheduled scheduled;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        scheduled = new Scheduled(exports, projectId);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void onlyTheNewestSnapshotsStayAndTheirFilesAllDo() throws SQLException {
        long id = schedule(2);
        List<Long> made = runs(id, 3);

        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 2);

        assertThat(scheduled.snapshots()).containsExactly(made.get(2), made.get(1));
        JsonPath told = scheduled.find(id);
        assertThat(told.getList("runs.state")).containsExactly("done", "done", "done");
        assertThat(told.getString("runs.snapshot")).isEqualTo("[%d, %d, null]".formatted(made.get(2), made.get(1)));
        assertThat(told.getString("runs[2].note"))
                .startsWith("The schedule keeps 2 snapshots, so this snapshot was removed. Its files are at ");
        String place = told.getString("runs[2].note").replaceFirst(".* are at (.*)[.]", "$1");
        assertThat(disk().resolve(place).resolve("manifest.json")).exists();
        assertThat(count("select count(distinct r.sha256) from snapshot_row r where r.project_id = ?"))
                .isEqualTo(count("select count(*) from snapshot_content where project_id = ?"));
    }

    @Test
    void aSnapshotThatSomebodyMadeByHandStays() {
        long byHand = snapshotByHand();
        long id = schedule(1);
        List<Long> made = runs(id, 2);

        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 2);
        removing.tend();

        assertThat(scheduled.snapshots()).containsExactly(made.get(1), byHand);
        assertThat(exports.get("/api/projects/%d/snapshots/%d/export".formatted(projectId, byHand), Map.of())
                .asString()
                .lines()).hasSize(1);
    }

    @Test
    void aSnapshotThatIsStillBeingSentStays() throws SQLException {
        long id = schedule(null);
        List<Long> made = runs(id, 3);
        hold(made.get(0));

        assertThat(scheduled.change(id, "{\"keep\":1}").statusCode()).isEqualTo(200);
        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 2);
        removing.tend();
        assertThat(scheduled.snapshots()).containsExactly(made.get(2), made.get(0));

        letGo(made.get(0));
        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 1);
        assertThat(scheduled.snapshots()).containsExactly(made.get(2));
    }

    @Test
    void theLastOneThatHasArrivedStaysWhileLaterOnesFail() {
        long id = schedule(1);
        List<Long> made = runs(id, 1);
        scheduled.change(id, "{\"target\":\"no-bucket\"}");
        List<Long> failed = runs(id, 2);

        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 2);
        removing.tend();

        assertThat(scheduled.snapshots()).containsExactly(failed.get(1), made.get(0));
        assertThat(scheduled.find(id).getString("runs[1].note"))
                .startsWith("The target's bucket is not there. The schedule keeps one snapshot");
    }

    @Test
    void manyReplicasRemoveEachSnapshotOnce() throws SQLException {
        long id = schedule(null);
        List<Long> made = runs(id, 4);
        assertThat(scheduled.change(id, "{\"keep\":1}").statusCode()).isEqualTo(200);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(removing::tend))
                .limit(4)
                .toArray(CompletableFuture[]::new)).join();

        await().atMost(Owners.SOON).until(() -> scheduled.snapshots().size() == 1);
        assertThat(scheduled.snapshots()).containsExactly(made.get(3));
        assertThat(scheduled.find(id).getList("runs.state")).containsOnly("done").hasSize(4);
        assertThat(count("select count(*) from snapshot_row where project_id = ?")).isEqualTo(4);
    }

    private long schedule(@Nullable Integer keep) {
        Response added = scheduled.add(keep == null ? Scheduled.DAILY : Scheduled.with(Scheduled.DAILY, "keep", keep));
        assertThat(added.statusCode()).as(added.asString()).isEqualTo(201);
        return added.jsonPath().getLong("id");
    }

    /** {@return the snapshots of so many more runs, each of which has more rows than the one before} */
    private List<Long> runs(long id, int count) {
        int before = scheduled.find(id).getList("runs").size();
        return Stream.iterate(before + 1, run -> run + 1).limit(count).map(run -> {
            judge();
            scheduled.run(id);
            return scheduled.afterRuns(id, run).getLong("runs[0].snapshot");
        }).toList();
    }

    private void judge() {
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).by(2).published().stream());
    }

    private long snapshotByHand() {
        judge();
        return exports.request()
                .body("{\"title\":\"By hand\"}")
                .post("/api/projects/" + projectId + "/snapshots")
                .jsonPath()
                .getLong("id");
    }

    private static Path disk() {
        return Path.of(ConfigProvider.getConfig().getValue("prefstream.targets.disk.folder", String.class));
    }

    /** Lets a delivery of the snapshot go on for as long as the test wants. */
    private void hold(long snapshot) throws SQLException {
        change("""
                insert into delivery (snapshot_id, project_id, target, format, parameters, place, state, not_before, created_at,
                    created_by)
                select snapshot_id, project_id, 'disk', 'TRL', '{}', 'held-' || snapshot_id, 'WAITING',
                    clock_timestamp() + interval '1 day', clock_timestamp(), 1
                from snapshot where snapshot_id = ?
                """,
                snapshot);
    }

    private void letGo(long snapshot) throws SQLException {
        change("update delivery set state = 'CANCELLED' where place = 'held-' || cast(? as text)", snapshot);
    }

    private void change(String sql, long id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
