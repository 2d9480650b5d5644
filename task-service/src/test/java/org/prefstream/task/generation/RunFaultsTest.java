package org.prefstream.task.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.ModelServer;
import org.prefstream.embedded.testing.ModelServer.Asked;
import org.prefstream.embedded.testing.ModelServer.Reply;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.ModelServerPort;
import org.prefstream.task.testing.Relayed;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What goes wrong in a run, and must cost no more than the task that it concerns. */
@QuarkusTest
class RunFaultsTest {

    private final Api owner = Api.owner();
    private final RunCalls runs = new RunCalls(owner);
    private final Relayed database;
    private @Nullable ModelServer server;

    RunFaultsTest(Relayed database) {
        this.database = database;
    }

    @AfterEach
    void close() throws Exception {
        if (server != null) {
            server.close();
        }
        database.execute("update generation_run set state = 'CANCELLED' where state = 'RUNNING'");
    }

    @Test
    void aTaskThatIsDeletedWhileItsAnswerComesHarmsNoOther() {
        AtomicReference<Integer> victim = new AtomicReference<>();
        ModelServer models = serve(asked -> {
            Integer task = asked.body().contains("Prompt 2 ") ? victim.getAndSet(null) : null;
            if (task != null) {
                owner.request().delete("/api/tasks/" + task).then().statusCode(204);
            }
            return Reply.completion("by " + RunCalls.seed(asked), "stop").after(Duration.ofMillis(60));
        });
        int project = project();
        victim.set(importPrompts(project, 12).get(1));

        JsonPath run = runs.awaitEnd(project, runs.begin(project, Map.of()));

        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getInt("done")).isEqualTo(11);
        assertThat(run.getInt("failed")).isZero();
        // nothing that was under way was lost and asked for again, and all of it is paid for
        assertThat(models.asked()).hasSize(24);
        assertThat(run.getInt("tokens_in")).isEqualTo(24 * 7);
    }

    @Test
    void aTaskThatIsDeletedBeforeItIsPutAsideHarmsNoOther() {
        AtomicReference<Integer> victim = new AtomicReference<>();
        ModelServer models = serve(asked -> {
            Integer task = asked.body().contains("Prompt 2 ") ? victim.getAndSet(null) : null;
            if (task == null) {
                return Reply.completion("by " + RunCalls.seed(asked), "stop").after(Duration.ofMillis(60));
            }
            owner.request().delete("/api/tasks/" + task).then().statusCode(204);
            return Reply.of(400, "{}");
        });
        int project = project();
        victim.set(importPrompts(project, 12).get(1));

        JsonPath run = runs.awaitEnd(project, runs.begin(project, Map.of()));

        assertThat(run.getInt("done")).isEqualTo(11);
        assertThat(run.getInt("failed")).isZero();
        assertThat(models.asked()).hasSize(23);
    }

    @Test
    void answersThatCannotBeKeptArePutAside() {
        String tooLong = "x".repeat(5 << 20);
        ModelServer models = serve(asked -> asked.body().contains("Prompt 1 ")
                ? Reply.completion("a\\u0000b", "stop")
                : asked.body().contains("Prompt 2 ")
                        ? Reply.completion("lone \\ud800", "stop")
                        : Reply.completion(tooLong, "stop"));
        int project = project();
        importPrompts(project, 3);

        JsonPath run = runs.awaitEnd(project, runs.begin(project, Map.of()));

        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getInt("failed")).isEqualTo(3);
        assertThat(run.getString("put_aside[2].reason")).contains("longer than 4194304 bytes");
        assertThat(models.asked()).hasSize(4 + 4 + 1);
    }

    @Test
    void aKeyIsForTheWholeAddressSinceOneHostMayServeManyPeople() {
        ModelServer models = serve(asked -> Reply.completion("hello", "stop"));
        int project = owner.project();
        put(project, Map.of("api_key", "sk-mine"), 200);
        String other = "http://127.0.0.1:" + ModelServerPort.port() + "/somebody-else/v1";

        String refused = put(project, Map.of("base_url", other), 400);

        assertThat(refused).contains("for another address", other);
        owner.json(all(Map.of("base_url", other)))
                .post("/api/projects/" + project + "/generation/test")
                .then()
                .statusCode(200);
        assertThat(models.asked()).extracting(Asked::authorization).containsExactly("");
        owner.get("/api/projects/" + project + "/generation").body(containsString("\"has_key\":true"));
    }

    private ModelServer serve(Function<Asked, Reply> behaviour) {
        server = ModelServer.start(ModelServerPort.port(), behaviour);
        return server;
    }

    private int project() {
        int project = owner.project();
        put(project, Map.of(), 200);
        return project;
    }

    private String put(int project, Map<String, Object> settings, int status) {
        return owner.json(all(settings))
                .put("/api/projects/" + project + "/generation")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }

    private static Map<String, Object> all(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("base_url", "http://127.0.0.1:" + ModelServerPort.port() + "/v1",
                "sources", List.of(Map.of("model", "baseline"))));
        all.putAll(settings);
        return all;
    }

    private List<Integer> importPrompts(int project, int count) {
        return owner
                .importJson(project,
                        IntStream.rangeClosed(1, count)
                                .mapToObj(number -> "{\"prompt\":\"Prompt " + number + " of them\"}")
                                .collect(Collectors.joining(",", "[", "]")))
                .statusCode(201)
                .extract()
                .path("task_ids");
    }
}
