package org.prefstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.Connection;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/** Journey 1: the script that a Label Studio user has, with another URL, key and project. */
@Order(1)
@ExtendWith(SharedSystem.class)
class SeedScriptJourney {

    private static final String COLUMNS = "CSV&columns=prompt,instruction";

    /** It takes as long as the start of the system, and comes beside it. */
    static CompletableFuture<Python> python;

    final RunningSystem system;
    final Project project;

    @TempDir
    Path folder;

    SeedScriptJourney(RunningSystem system) throws IOException {
        this.system = system;
        this.project = Project.create(system, Map.of("title", "The seed's script", "label_config", configuration()));
    }

    @BeforeAll
    static void installTheSdk() {
        python = CompletableFuture.supplyAsync(Python::withClients);
    }

    @Test
    void importsByTheSdkAnnotatesByRestAndExports() throws IOException {
        // Given
        Map<String, Object> answers = Map.of("prompt", "What is 2 + 2? é ☃ 日本語", "answer1",
                "It is \"4\", of course.\nLine two, with a comma", "answer2", "5");
        Files.writeString(folder.resolve("dataset.json"), Json.write(List.of(answers, Project.comparison(2))));

        // When
        runScript("seed.py");
        JsonNode task = project.owner().get("/api/tasks?project=" + project.id()).expect(200).json().at("/tasks/0");
        long taskId = task.path("id").asLong();
        Map<String, Object> judgement = Judgement.of("left");
        project.owner().post("/api/tasks/" + taskId + "/annotations/", judgement).expect(201);

        // Then
        assertThat(task.path("data")).isEqualTo(Json.read(Json.write(answers)));
        JsonNode exported = Json.read(project.export("JSON"));
        assertThat(exported).hasSize(1);
        assertThat(exported.at("/0/id").asLong()).isEqualTo(taskId);
        assertThat(exported.at("/0/data")).isEqualTo(task.path("data"));
        assertThat(exported.at("/0/annotations/0/result")).isEqualTo(Json.read(Json.write(judgement)).path("result"));
        CSVRecord row = onlyRow(project.export("CSV"));
        assertThat(row.get("id")).isEqualTo(Long.toString(taskId));
        assertThat(row.get("answer1")).isEqualTo(answers.get("answer1"));
        assertThat(row.get("comparison")).isEqualTo("[{\"selected\":\"left\"}]");
    }

    @Test
    void writtenAnswersAreTheTwoColumnsAndTheCompletionsOfTheSeed() {
        Project written = Project.create(system, Map.of("title", "The seed's prompts", "label_config", """
                <View>
                  <Text name="prompt" value="$prompt"/>
                  <TextArea name="instruction" toName="prompt"/>
                </View>"""));
        String prompt = "Generate a Python function that takes a list of integers.";
        String answer = "def sum_even_numbers(numbers):\n    return sum([n for n in numbers if n % 2 == 0])";
        long task = written.importTasks(List.of(Map.of("prompt", prompt))).get(0);
        assertThat(written.export(COLUMNS)).isEqualTo("\"prompt\",\"instruction\"\r\n");

        written.owner()
                .post("/api/tasks/" + task + "/annotations/",
                        Map.of("result",
                                List.of(Map.of("from_name", "instruction", "to_name", "prompt", "type", "textarea",
                                        "value", Map.of("text", List.of(answer))))))
                .expect(201);

        assertThat(written.export(COLUMNS))
                .isEqualTo("\"prompt\",\"instruction\"\r\n\"" + prompt + "\",\"" + answer + "\"\r\n");
        assertThat(Json.read(written.export("TRL_SFT")))
                .isEqualTo(Json.read(Json.write(Map.of("prompt", prompt, "completion", answer))));
    }

    @Test
    void theSdkReadsBackWhatItImported() throws IOException {
        List<Long> tasks = project.importComparisons(3);
        project.owner().post("/api/tasks/" + tasks.get(1) + "/annotations/", Judgement.of("right")).expect(201);

        JsonNode read = Json.read(runScript("read_back.py"));

        assertThat(read.path("tasks")).extracting(JsonNode::asLong).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(read.path("labeled")).extracting(JsonNode::asLong).containsExactly(tasks.get(1));
        assertThat(read.at("/export/0/annotations/0/result/0/value/selected").asText()).isEqualTo("right");
    }

    @Test
    void theConfigurationIsKeptByteForByteAndTheExportIsAFile() throws IOException {
        JsonNode stored = project.owner().get(project.path("/")).expect(200).json();
        List<Long> tasks = project.importComparisons(1);
        project.owner().post("/api/tasks/" + tasks.get(0) + "/annotations/", Judgement.of("left")).expect(201);

        Answer export = project.owner().get(project.path("/export?exportType=JSON")).expect(200);

        assertThat(stored.path("label_config").asText()).isEqualTo(configuration().strip());
        assertThat(export.headers().firstValue("Content-Disposition")).hasValueSatisfying(
                header -> assertThat(header).startsWith("attachment; filename=").contains("project-" + project.id()));
    }

    /** Runs a script whose only changes are the URL, the key and the project's id. */
    private String runScript(String name) throws IOException {
        Connection connection = system.connection();
        String script = resource(name).replace("<YOUR-LABEL-STUDIO-URL>", connection.url().toString())
                .replace("<YOUR-API-KEY>", connection.token())
                .replace("PROJECT_ID", Long.toString(project.id()));
        Files.writeString(folder.resolve(name), script);
        return python.join().run(folder, name);
    }

    private static CSVRecord onlyRow(String csv) throws IOException {
        List<CSVRecord> rows = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static String configuration() throws IOException {
        return resource("styled-comparison.xml");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SeedScriptJourney.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }
}
