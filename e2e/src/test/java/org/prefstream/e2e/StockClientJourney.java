package org.prefstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/** Journey 10: a training job with a Kafka client as it comes from the registry, and nothing beside it, reads the dataset. */
@Order(10)
@ExtendWith(SharedSystem.class)
class StockClientJourney {

    private static final Duration SOON = Duration.ofSeconds(10);

    final RunningSystem system;
    final Project project;

    @TempDir
    Path folder;

    StockClientJourney(RunningSystem system) {
        this.system = system;
        this.project = Project.create(system, "Read by a stock client", 1);
    }

    @Test
    void readsEachRowAsTheExportHasItAlsoWhereATextHoldsLineEnds() throws IOException {
        List<Long> tasks = project.importTasks(List.of(
                Map.of("prompt", "One\u2028two\u2029three\u0085four", "answer1", "five\nsix", "answer2", "seven"),
                Project.comparison(2)));
        for (long task : tasks) {
            project.owner().post("/api/tasks/" + task + "/annotations/", Judgement.of("left")).expect(201);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(project.exportedRows()).hasSize(2));

        List<JsonNode> read = StreamSupport.stream(Json.read(runScript()).spliterator(), false)
                .filter(row -> row.path("project_id").asLong() == project.id())
                .toList();

        assertThat(read).containsExactlyInAnyOrderElementsOf(project.exportedRows().values());
        assertThat(read).extracting(row -> row.path("shape").asText()).containsOnly("text");
        assertThat(read).extracting(row -> row.path("prompt").asText()).contains("One\u2028two\u2029three\u0085four");
    }

    private String runScript() throws IOException {
        try (InputStream in = StockClientJourney.class.getResourceAsStream("/read_topic.py")) {
            String script = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            Files.writeString(folder.resolve("read_topic.py"),
                    script.replace("<KAFKA-BOOTSTRAP>", system.connection().kafkaBootstrap()));
        }
        return Python.withClients().run(folder, "read_topic.py");
    }
}
