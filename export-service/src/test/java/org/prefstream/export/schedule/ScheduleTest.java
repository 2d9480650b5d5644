package org.prefstream.export.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord.Role;
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

    private static final Map<String, Object> DAILY = Map.of("title", "Nightly", "target", "disk", "every", "day",
            "parameters", Map.of("exportType", "TRL", "min_strength", "1"));

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

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
        judge();
    }

    private void judge() {
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).by(2).published().stream());
    }

    private String path(String rest) {
        return "/api/projects/" + projectId + "/schedules" + rest;
    }

    private Response add(Map<String, ?> body) {
        return exports.request().body(Json.write(body)).post(path(""));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private JsonPath find(long id) {
        return exports.get(path("/" + id), Map.of()).jsonPath();
    }

    private Response run(long id) {
        return exports.request().post(path("/" + id + "/run"));
    }

    /** {@return the schedule, once so many runs of it are over} */
    private JsonPath afterRuns(long id, int count) {
        await().atMost(Owners.SOON).pollInterval(Duration.ofMillis(100)).until(() -> {
            List<String> states = find(id).getList("runs.state");
            return states.size() == count
                    && states.stream().allMatch(state -> List.of("done", "skipped", "failed").contains(state));
        });
        return find(id);
    }

    private List<Long> snapshots() {
        return exports.get("/api/projects/" + projectId + "/snapshots", Map.of())
                .jsonPath()
                .getList("results.id", Long.class);
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
        Response added = add(Map.of("title", " Weekly ", "target", "disk", "every", "week", "at", "04:30", "weekday",
                "friday", "parameters", Map.of("exportType", "PARQUET", "ties", "drop")));

        assertThat(added.statusCode()).isEqualTo(201);
        JsonPath told = find(added.jsonPath().getLong("id"));
        assertThat(told.getString("title")).isEqualTo("Weekly");
        assertThat(told.getMap("parameters")).isEqualTo(Map.of("exportType", "PARQUET", "ties", "drop"));
        assertThat(told.getString("every") + told.getString("at") + told.getString("weekday"))
                .isEqualTo("week04:30friday");
        assertThat(Instant.parse(told.getString("next_at"))).isAfter(Instant.now());
        assertThat(told.getList("runs")).isEmpty();
        assertThat(exports.get(path(""), Map.of()).jsonPath().getList("id", Long.class))
                .containsExactly(told.getLong("id"));
    }

    @Test
    void aRunSendsASnapshotAndIsSkippedUntilSomethingChanges() {
        long id = add(DAILY).jsonPath().getLong("id");

        assertThat(run(id).statusCode()).isEqualTo(202);
        JsonPath sent = afterRuns(id, 1);
        assertThat(sent.getString("runs[0].state")).isEqualTo("done");
        long snapshot = sent.getLong("runs[0].snapshot");
        JsonPath delivery = exports.get("/api/projects/%d/snapshots/%d/files/%d".formatted(projectId, snapshot,
                sent.getLong("runs[0].delivery")), Map.of()).jsonPath();
        assertThat(delivery.getString("target")).isEqualTo("disk");
        assertThat(delivery.getLong("rows")).isEqualTo(1);
        assertThat(exports.get("/api/projects/%d/snapshots/%d".formatted(projectId, snapshot), Map.of())
                .jsonPath()
                .getMap("selection")).isEqualTo(Map.of("min_strength", "1"));

        run(id);
        JsonPath skipped = afterRuns(id, 2);
        assertThat(skipped.getString("runs[0].state")).isEqualTo("skipped");
        assertThat(skipped.getString("runs[0].note")).isEqualTo("Nothing has changed since the last files were sent.");
        assertThat(snapshots()).containsExactly(snapshot);

        judge();
        run(id);
        assertThat(afterRuns(id, 3).getString("runs[0].state")).isEqualTo("done");
        assertThat(snapshots()).hasSize(2);
    }

    @Test
    void anotherFormatIsSentAlsoIfNothingHasChanged() {
        long id = add(DAILY).jsonPath().getLong("id");
        run(id);
        afterRuns(id, 1);

        exports.request()
                .body(Json.write(Map.of("parameters", Map.of("exportType", "PARQUET", "min_strength", "1"))))
                .patch(path("/" + id));
        run(id);

        assertThat(afterRuns(id, 2).getString("runs[0].state")).isEqualTo("done");
    }

    @Test
    void whatWasMissedWhileTheServiceWasDownIsMadeUpForOnce() throws SQLException {
        long id = add(DAILY).jsonPath().getLong("id");

        makeDue(id, "3 days");

        JsonPath made = afterRuns(id, 1);
        assertThat(made.getString("runs[0].state")).isEqualTo("done");
        assertThat(Instant.parse(made.getString("runs[0].due_at"))).isBefore(Instant.now().minus(Duration.ofDays(2)));
        assertThat(Instant.parse(made.getString("next_at"))).isAfter(Instant.now());
        assertThat(snapshots()).hasSize(1);
    }

    @Test
    void manyReplicasMakeADueTimeOnce() throws SQLException {
        long id = add(DAILY).jsonPath().getLong("id");
        makeDue(id, "1 minute");

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(running::tend))
                .limit(4)
                .toArray(CompletableFuture[]::new)).join();

        assertThat(afterRuns(id, 1).getString("runs[0].state")).isEqualTo("done");
        assertThat(snapshots()).hasSize(1);
        assertThat(count("delivery")).isEqualTo(1);
    }

    @Test
    void aPausedScheduleRunsOnlyWhenSomebodyAsks() throws SQLException {
        long paused = add(with(DAILY, "paused", true)).jsonPath().getLong("id");
        long other = add(with(DAILY, "parameters", Map.of("exportType", "PARQUET"))).jsonPath().getLong("id");
        makeDue(paused, "1 day");
        makeDue(other, "1 minute");

        afterRuns(other, 1);

        assertThat(find(paused).getList("runs")).isEmpty();
        assertThat(find(paused).getString("next_at")).isNull();
        run(paused);
        assertThat(afterRuns(paused, 1).getString("runs[0].state")).isEqualTo("done");
        JsonPath goesOn = exports.request()
                .body(Json.write(Map.of("paused", false)))
                .patch(path("/" + paused))
                .jsonPath();
        assertThat(Instant.parse(goesOn.getString("next_at"))).isAfter(Instant.now());
        assertThat(goesOn.getString("title")).isEqualTo("Nightly");
    }

    @Test
    void whereNothingIsSelectedTheRunIsSkippedAndSaysSo() {
        long id = add(with(DAILY, "parameters", Map.of("min_strength", 3))).jsonPath().getLong("id");

        run(id);

        JsonPath skipped = afterRuns(id, 1);
        assertThat(skipped.getString("runs[0].state")).isEqualTo("skipped");
        assertThat(skipped.getString("runs[0].note")).isEqualTo("Nothing that was judged has all that is asked for.");
        assertThat(snapshots()).isEmpty();
    }

    @Test
    void aDeliveryThatFailsIsSaidByItsRunAndTheNextRunSendsAgain() {
        long id = add(with(DAILY, "target", "no-bucket")).jsonPath().getLong("id");

        run(id);
        JsonPath failed = afterRuns(id, 1);
        run(id);

        assertThat(failed.getString("runs[0].state")).isEqualTo("failed");
        assertThat(failed.getString("runs[0].note")).isEqualTo("The target's bucket is not there.");
        assertThat(afterRuns(id, 2).getList("runs.state")).containsExactly("failed", "failed");
    }

    @Test
    void whatIsWrongIsRefusedByItsName() {
        assertThat(add(Map.of("target", "disk", "every", "day")).asString()).contains("\"title\"");
        assertThat(add(with(DAILY, "target", "moon")).asString()).contains("\"target\"");
        assertThat(add(with(DAILY, "every", "month")).asString()).contains("\"every\"");
        assertThat(add(with(DAILY, "parameters", Map.of("min_strength", 9))).asString()).contains("min_strength");
        assertThat(add(with(DAILY, "parameters", Map.of("exportType", "JSON"))).asString()).contains("exportType");
        assertThat(add(with(DAILY, "parameters", "TRL")).statusCode()).isEqualTo(400);
        assertThat(run(Ids.next()).statusCode()).isEqualTo(404);
        assertThat(exports.request().delete(path("/" + Ids.next())).statusCode()).isEqualTo(404);
    }

    @Test
    void schedulesAreForManagersOfTheirProjectAlone() {
        long id = add(DAILY).jsonPath().getLong("id");
        Exports annotator = Exports.as(Role.ANNOTATOR, List.of(projectId), owners, peers);
        Exports stranger = Exports.as(Role.ANNOTATOR, List.of(), owners, peers);

        assertThat(annotator.get(path(""), Map.of()).statusCode()).isEqualTo(403);
        assertThat(annotator.request().post(path("/" + id + "/run")).statusCode()).isEqualTo(403);
        assertThat(annotator.request().body(Json.write(DAILY)).post(path("")).statusCode()).isEqualTo(403);
        assertThat(annotator.request().body("{}").patch(path("/" + id)).statusCode()).isEqualTo(403);
        assertThat(stranger.request().delete(path("/" + id)).statusCode()).isEqualTo(404);
        assertThat(exports.get("/api/projects/%d/schedules/%d".formatted(Ids.next(), id), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(exports.request().delete(path("/" + id)).statusCode()).isEqualTo(204);
        assertThat(exports.get(path(""), Map.of()).jsonPath().getList("")).isEmpty();
    }

    @Test
    void schedulesGoWithTheirProject() throws SQLException {
        long id = add(DAILY).jsonPath().getLong("id");
        run(id);
        afterRuns(id, 1);

        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        await().atMost(Owners.SOON).until(() -> count("schedule") + count("delivery") + count("snapshot") == 0);
    }
}
