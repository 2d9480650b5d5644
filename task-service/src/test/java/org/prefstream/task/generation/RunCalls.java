package org.prefstream.task.generation;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.prefstream.embedded.testing.ModelServer.Asked;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;

import io.restassured.path.json.JsonPath;

/** Runs as an owner begins and follows them, and what their model was asked. */
record RunCalls(Api owner) {

    static final Duration SOON = Duration.ofSeconds(60);

    /** {@return the id of a new run} */
    int begin(int project, Map<String, Object> body) {
        return owner.json(body)
                .post("/api/projects/" + project + "/generate")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    static String path(int project, int run) {
        return "/api/projects/" + project + "/generations/" + run;
    }

    JsonPath read(int project, int run) {
        return owner.get(path(project, run)).statusCode(200).extract().jsonPath();
    }

    JsonPath awaitEnd(int project, int run) {
        await().atMost(SOON).until(() -> !read(project, run).getString("state").equals("RUNNING"));
        return read(project, run);
    }

    static Map<String, Object> body(Asked asked) {
        return Json.readObject(asked.body());
    }

    static long seed(Asked asked) {
        return ((Number) body(asked).getOrDefault("seed", -1)).longValue();
    }

    /** {@return what the user says last in a request} */
    static String lastMessage(Asked asked) {
        List<?> messages = (List<?>) body(asked).getOrDefault("messages", List.of());
        return String.valueOf(((Map<?, ?>) messages.get(messages.size() - 1)).get("content"));
    }
}
