package org.prefstream.export.schedule;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.export.Exports;
import org.prefstream.export.Owners;
import org.prefstream.labelstudio.json.Json;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The schedules of a project, as somebody sees them who has them run. */
record Scheduled(Exports exports, long projectId) {

    static final Map<String, Object> DAILY = Map.of("title", "Nightly", "target", "disk", "every", "day", "parameters",
            Map.of("exportType", "TRL", "min_strength", "1"));

    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    String path(String rest) {
        return "/api/projects/" + projectId + "/schedules" + rest;
    }

    Response add(Map<String, ?> body) {
        return exports.request().body(Json.write(body)).post(path(""));
    }

    Response change(long id, String body) {
        return exports.request().body(body).patch(path("/" + id));
    }

    JsonPath find(long id) {
        return exports.get(path("/" + id), Map.of()).jsonPath();
    }

    Response run(long id) {
        return exports.request().post(path("/" + id + "/run"));
    }

    /** {@return the schedule, once so many runs of it are over} */
    JsonPath afterRuns(long id, int count) {
        await().atMost(Owners.SOON).pollInterval(Duration.ofMillis(100)).until(() -> {
            List<String> states = find(id).getList("runs.state");
            return states.size() == count
                    && states.stream().allMatch(state -> List.of("done", "skipped", "failed").contains(state));
        });
        return find(id);
    }

    /** {@return the snapshots of the project, the newest first} */
    List<Long> snapshots() {
        return exports.get("/api/projects/" + projectId + "/snapshots", Map.of())
                .jsonPath()
                .getList("results.id", Long.class);
    }
}
