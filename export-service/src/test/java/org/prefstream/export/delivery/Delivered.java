package org.prefstream.export.delivery;

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

/** What somebody sees who sends snapshots of a project to targets. */
record Delivered(Exports exports, long projectId) {

    long snapshot() {
        return exports.request()
                .body(Json.write(Map.of("title", "To deliver")))
                .post(path("/snapshots"))
                .jsonPath()
                .getLong("id");
    }

    Response begin(long snapshot, String target, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("target", target);
        return exports.request().body(Json.write(body)).post(files(snapshot));
    }

    JsonPath find(long snapshot, long id) {
        return exports.get(files(snapshot) + "/" + id, Map.of()).jsonPath();
    }

    /** {@return the delivery once it is in one of these states} */
    JsonPath until(long snapshot, Response begun, String... states) {
        long id = begun.jsonPath().getLong("id");
        await().atMost(Owners.SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> List.of(states).contains(find(snapshot, id).getString("state")));
        return find(snapshot, id);
    }

    byte[] export(long snapshot, Map<String, ?> query) {
        return exports.get(path("/snapshots/" + snapshot + "/export"), query).asByteArray();
    }

    String files(long snapshot) {
        return path("/snapshots/" + snapshot + "/files");
    }

    String path(String rest) {
        return "/api/projects/" + projectId + rest;
    }
}
