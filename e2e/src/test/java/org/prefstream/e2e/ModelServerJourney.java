package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 43: a model behind {@code transformers serve} answers and judges, by the commands of {@code docs/training.md}. It installs some
 * gigabytes, so it runs on demand: {@code ./mvnw -Dquick -Pjourneys -Ptraining verify -Dit.test=ModelServerJourney}.
 */
@Order(43)
@EnabledIfSystemProperty(named = "prefstream.training", matches = "true")
@ExtendWith(SharedSystem.class)
class ModelServerJourney {

    private static final Path COMMANDS = Path.of(System.getProperty("prefstream.root", "."))
            .resolve("docs/training.md");
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration RUN_MAX = Duration.ofMinutes(4);
    private static final int PROMPTS = 12;

    private final RunningSystem system;
    private final Python python = Python.withModelServer();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process server;

    @TempDir
    Path folder;

    ModelServerJourney(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void serve() throws IOException {
        python.runResource(folder, "small_model.py");
        server = started();
    }

    @AfterEach
    void stop() {
        server.destroyForcibly();
    }

    @Test
    void aModelAnswersAndJudgesAndItsDeathCostsNothingTwice() {
        Project project = Project.create(system, "Answered by transformers serve", 1);
        put(project, "answers", Map.of());
        project.importTasks(
                IntStream.range(0, PROMPTS).mapToObj(number -> Map.of("prompt", "What is " + number + "?")).toList());
        String run = begin(project, "answers");
        await().atMost(RUN_MAX).until(() -> read(run).path("done").asInt() >= 2);

        server.destroyForcibly().onExit().join();
        server = started();

        JsonNode answered = ended(run);
        assertThat(answered.path("state").asText()).isEqualTo("DONE");
        // noise holds the character 0 now and then, which nobody can store
        assertThat(answered.path("done").asInt()).isGreaterThan(PROMPTS / 2);
        assertThat(answered.path("done").asInt() + answered.path("failed").asInt()).isEqualTo(PROMPTS);
        assertThat(answered.path("tokens_out").asInt()).isPositive();
        Set<Long> seeds = new HashSet<>();
        int different = 0;
        int answers = 0;
        for (JsonNode task : system.owner().get("/api/tasks?fields=all&project=" + project.id()).json().path("tasks")) {
            JsonNode given = system.owner().get("/api/tasks/" + task.path("id") + "/generated-answers").json();
            given.forEach(one -> seeds.add(one.path("seed").asLong()));
            answers += given.size();
            different += task.at("/data/answer1").equals(task.at("/data/answer2")) ? 0 : 1;
        }
        assertThat(seeds).hasSize(answers);
        assertThat(different).as("seeds and temperature mean something").isGreaterThan(PROMPTS / 2);

        put(project, "verdicts", Map.of("criterion", "Prefer sense."));
        JsonNode judged = ended(begin(project, "verdicts"));
        assertThat(judged.path("tokens_in").asInt()).isPositive();
        assertThat(judged.path("done").asInt()).isLessThan(PROMPTS);
        assertThat(judged.path("refused").asInt()).as("noise is no verdict").isPositive();
        assertThat(system.owner().get("/api/predictions?project=" + project.id()).json())
                .hasSize(judged.path("done").asInt());
    }

    private void put(Project project, String kind, Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("base_url",
                "http://127.0.0.1:" + system.modelPort() + "/v1", "concurrency", 2, "sources",
                List.of(Map.of("model", folder.resolve("my-model").toString(), "temperature", 1, "max_tokens", 6))));
        settings.putAll(more);
        system.owner().put(project.path("/generation?kind=" + kind), settings).expect(200);
        JsonNode tried = system.owner()
                .post(project.path("/generation/test?kind=" + kind), Map.of())
                .expect(200)
                .json();
        assertThat(tried.at("/0/words").asText()).doesNotContain("cannot be reached");
    }

    private String begin(Project project, String kind) {
        return project.path("/generations/")
                + system.owner().post(project.path("/generate"), Map.of("kind", kind)).expect(202).json().path("id");
    }

    private JsonNode read(String run) {
        return system.owner().get(run).expect(200).json();
    }

    private JsonNode ended(String run) {
        await().atMost(RUN_MAX).until(() -> !read(run).path("state").asText().equals("RUNNING"));
        return read(run);
    }

    /** The command as it stands in the documentation, at this system's port. */
    private Process started() {
        Process process = python.start(folder,
                List.of(command().replace("8000", Integer.toString(system.modelPort())).split(" ")));
        URI health = URI.create("http://127.0.0.1:" + system.modelPort() + "/health");
        await().atMost(START_MAX).ignoreExceptions().until(() -> {
            assertThat(process.isAlive()).isTrue();
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding()).statusCode() == 200;
        });
        return process;
    }

    private static String command() {
        try (var lines = Files.lines(COMMANDS)) {
            return lines.filter(line -> line.startsWith("transformers serve ")).findFirst().orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
