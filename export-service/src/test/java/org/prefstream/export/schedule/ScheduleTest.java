package org.prefstream.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.AnnotationRecord;
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

/** Exports are made again and again, each time once. */
@QuarkusTest
class ScheduleTest {

    @Inject
    Owners owners;

    @Inject
    RunSchedules running;

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
        judge();
    }

    private void judge() {
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).by(2).published().stream());
    }

    private void makeDue(long id, String ago) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update schedule set next_at = clock_timestamp() - cast(? as interval) where schedule_id = ?")) {
            update.setString(1, ago);
            update.setLong(2, id);
            update.executeUpdate();
        }
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

    @Test
    void aScheduleIsKeptAsItWasAskedFor() {
        Response added = scheduled.add(Map.of("title", " Weekly ", "target", "disk", "every", "week", "at", "04:30",
                "weekday", "friday", "parameters", Map.of("exportType", "PARQUET", "ties", "drop")));

        assertThat(added.statusCode()).isEqualTo(201);
        JsonPath told = scheduled.find(added.jsonPath().getLong("id"));
        assertThat(told.getString("title")).isEqualTo("Weekly");
        assertThat(told.getMap("parameters")).isEqualTo(Map.of("exportType", "PARQUET", "ties", "drop"));
        assertThat(told.getString("every") + told.getString("at") + told.getString("weekday"))
                .isEqualTo("week04:30friday");
        assertThat(Instant.parse(told.getString("next_at"))).isAfter(Instant.now());
        assertThat(told.getList("runs")).isEmpty();
        assertThat(exports.get(scheduled.path(""), Map.of()).jsonPath().getList("id", Long.class))
                .containsExactly(told.getLong("id"));
    }

    @Test
    void aRunInLabelStudiosFormIsSkippedUntilAnAnnotationChanges() {
        long task = Ids.next();
        AnnotationRecord made = Records.annotation(projectId, task, Ids.next(), "left");
        owners.publish(peers, Records.task(projectId, task));
        owners.publish(peers, made);
        long id = scheduled.add(Scheduled.with(Scheduled.DAILY, "parameters", Map.of("exportType", "JSON")))
                .jsonPath()
                .getLong("id");

        scheduled.run(id);
        assertThat(scheduled.afterRuns(id, 1).getString("runs[0].state")).isEqualTo("done");
        scheduled.run(id);
        assertThat(scheduled.afterRuns(id, 2).getString("runs[0].state")).isEqualTo("skipped");
        owners.publish(peers,
                List.of(Publication.of(Records.annotation(projectId, task, made.annotationId(), "right"), 2)));
        scheduled.run(id);
        assertThat(scheduled.afterRuns(id, 3).getString("runs[0].state")).isEqualTo("done");
    }

    @Test
    void aFormatWithoutPairsIsRefusedWhereTheseAreSelected() {
        Response refused = scheduled
                .add(Scheduled.with(Scheduled.DAILY, "parameters", Map.of("exportType", "CSV", "min_strength", "1")));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Exports.refusals(refused).get("exportType")).contains("CSV", "min_strength");
    }

    @Test
    void aRunSendsASnapshotAndIsSkippedUntilSomethingChanges() {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");

        assertThat(scheduled.run(id).statusCode()).isEqualTo(202);
        JsonPath sent = scheduled.afterRuns(id, 1);
        assertThat(sent.getString("runs[0].state")).isEqualTo("done");
        long snapshot = sent.getLong("runs[0].snapshot");
        JsonPath delivery = exports.get("/api/projects/%d/snapshots/%d/files/%d".formatted(projectId, snapshot,
                sent.getLong("runs[0].delivery")), Map.of()).jsonPath();
        assertThat(delivery.getString("target")).isEqualTo("disk");
        assertThat(delivery.getLong("rows")).isEqualTo(1);
        assertThat(exports.get("/api/projects/%d/snapshots/%d".formatted(projectId, snapshot), Map.of())
                .jsonPath()
                .getMap("selection")).isEqualTo(Map.of("min_strength", "1"));

        scheduled.run(id);
        JsonPath skipped = scheduled.afterRuns(id, 2);
        assertThat(skipped.getString("runs[0].state")).isEqualTo("skipped");
        assertThat(skipped.getString("runs[0].note")).isEqualTo("Nothing has changed since the last files were sent.");
        assertThat(scheduled.snapshots()).containsExactly(snapshot);

        judge();
        scheduled.run(id);
        assertThat(scheduled.afterRuns(id, 3).getString("runs[0].state")).isEqualTo("done");
        assertThat(scheduled.snapshots()).hasSize(2);
    }

    @Test
    void anotherFormatIsSentAlsoIfNothingHasChanged() {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");
        scheduled.run(id);
        scheduled.afterRuns(id, 1);

        exports.request()
                .body(Json.write(Map.of("parameters", Map.of("exportType", "PARQUET", "min_strength", "1"))))
                .patch(scheduled.path("/" + id));
        scheduled.run(id);

        assertThat(scheduled.afterRuns(id, 2).getString("runs[0].state")).isEqualTo("done");
    }

    @Test
    void whatWasMissedWhileTheServiceWasDownIsMadeUpForOnce() throws SQLException {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");

        makeDue(id, "3 days");

        JsonPath made = scheduled.afterRuns(id, 1);
        assertThat(made.getString("runs[0].state")).isEqualTo("done");
        assertThat(Instant.parse(made.getString("runs[0].due_at"))).isBefore(Instant.now().minus(Duration.ofDays(2)));
        assertThat(Instant.parse(made.getString("next_at"))).isAfter(Instant.now());
        assertThat(scheduled.snapshots()).hasSize(1);
    }

    @Test
    void manyReplicasMakeADueTimeOnce() throws SQLException {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");
        makeDue(id, "1 minute");

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(running::tend))
                .limit(4)
                .toArray(CompletableFuture[]::new)).join();

        assertThat(scheduled.afterRuns(id, 1).getString("runs[0].state")).isEqualTo("done");
        assertThat(scheduled.snapshots()).hasSize(1);
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void aPausedScheduleRunsOnlyWhenSomebodyAsks() throws SQLException {
        long paused = scheduled.add(Scheduled.with(Scheduled.DAILY, "paused", true)).jsonPath().getLong("id");
        long other = scheduled.add(Scheduled.with(Scheduled.DAILY, "parameters", Map.of("exportType", "PARQUET")))
                .jsonPath()
                .getLong("id");
        makeDue(paused, "1 day");
        makeDue(other, "1 minute");

        scheduled.afterRuns(other, 1);

        assertThat(scheduled.find(paused).getList("runs")).isEmpty();
        assertThat(scheduled.find(paused).getString("next_at")).isNull();
        scheduled.run(paused);
        assertThat(scheduled.afterRuns(paused, 1).getString("runs[0].state")).isEqualTo("done");
        JsonPath goesOn = exports.request()
                .body(Json.write(Map.of("paused", false)))
                .patch(scheduled.path("/" + paused))
                .jsonPath();
        assertThat(Instant.parse(goesOn.getString("next_at"))).isAfter(Instant.now());
        assertThat(goesOn.getString("title")).isEqualTo("Nightly");
    }

    @Test
    void whereNothingIsSelectedTheRunIsSkippedAndSaysSo() {
        long id = scheduled.add(Scheduled.with(Scheduled.DAILY, "parameters", Map.of("min_strength", 3)))
                .jsonPath()
                .getLong("id");

        scheduled.run(id);

        JsonPath skipped = scheduled.afterRuns(id, 1);
        assertThat(skipped.getString("runs[0].state")).isEqualTo("skipped");
        assertThat(skipped.getString("runs[0].note")).isEqualTo("Nothing that was judged has all that is asked for.");
        assertThat(scheduled.snapshots()).isEmpty();
    }

    @Test
    void aDeliveryThatFailsIsSaidByItsRunAndTheNextRunSendsAgain() {
        long id = scheduled.add(Scheduled.with(Scheduled.DAILY, "target", "no-bucket")).jsonPath().getLong("id");

        scheduled.run(id);
        JsonPath failed = scheduled.afterRuns(id, 1);
        scheduled.run(id);

        assertThat(failed.getString("runs[0].state")).isEqualTo("failed");
        assertThat(failed.getString("runs[0].note")).isEqualTo("The target's bucket is not there.");
        assertThat(scheduled.afterRuns(id, 2).getList("runs.state")).containsExactly("failed", "failed");
    }

    @Test
    void aScheduleThatIsNotThereIsNotFound() {
        assertThat(scheduled.run(Ids.next()).statusCode()).isEqualTo(404);
        assertThat(scheduled.change(Ids.next(), "{}").statusCode()).isEqualTo(404);
        assertThat(exports.request().delete(scheduled.path("/" + Ids.next())).statusCode()).isEqualTo(404);
    }

    @Test
    void schedulesAreForManagersOfTheirProjectAlone() {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");
        Exports annotator = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        Exports stranger = Exports.as(Role.ANNOTATOR, List.of(), owners, peers);

        assertThat(annotator.get(scheduled.path(""), Map.of()).statusCode()).isEqualTo(403);
        assertThat(annotator.request().post(scheduled.path("/" + id + "/run")).statusCode()).isEqualTo(403);
        assertThat(annotator.request().body(Json.write(Scheduled.DAILY)).post(scheduled.path("")).statusCode())
                .isEqualTo(403);
        assertThat(annotator.request().body("{}").patch(scheduled.path("/" + id)).statusCode()).isEqualTo(403);
        assertThat(stranger.request().delete(scheduled.path("/" + id)).statusCode()).isEqualTo(404);
        assertThat(exports.get("/api/projects/%d/schedules/%d".formatted(Ids.next(), id), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(exports.request().delete(scheduled.path("/" + id)).statusCode()).isEqualTo(204);
        assertThat(exports.get(scheduled.path(""), Map.of()).jsonPath().getList("")).isEmpty();
    }

    @Test
    void schedulesGoWithTheirProject() throws SQLException {
        long id = scheduled.add(Scheduled.DAILY).jsonPath().getLong("id");
        scheduled.run(id);
        scheduled.afterRuns(id, 1);

        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        await().atMost(Owners.SOON).until(() -> count("schedule") + count("delivery") + count("snapshot") == 0);
    }
}
