package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.Example;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/** Files in every format to train on, as their consumers read them. */
@ExtendWith(SharedSystem.class)
class TrainingFilesJourney {

    /** More than the most that a consumer needs. */
    private static final int TASKS = 52;
    private static final int TALKS = 18;
    private static final int TIED = 4;
    private static final int ENDS_ON_ASSISTANT = 5;
    private static final int TWO_USERS = 7;

    /** They take as long as the start of the system, and come beside it. */
    static CompletableFuture<Python> loaders;
    static CompletableFuture<Python> together;
    static CompletableFuture<Python> mistral;

    final RunningSystem system;
    final Project project;

    @TempDir
    Path folder;

    TrainingFilesJourney(RunningSystem system) {
        this.system = system;
        this.project = Project.create(system, "Files to train on", 1);
    }

    @BeforeAll
    static void install() {
        loaders = CompletableFuture.supplyAsync(Python::withLoaders);
        together = loaders.thenApply(ready -> Python.withTogether());
        mistral = together.thenApply(ready -> Python.withMistral());
    }

    @Test
    void everyFileLoadsAndTogetherTakesItsOwn() throws IOException {
        judge();
        Map<String, Integer> lines = new LinkedHashMap<>();
        Files.createDirectory(folder.resolve("files"));
        for (String format : formats()) {
            save(format, "part=data", format + ".jsonl", lines);
        }
        for (String format : List.of("TRL", "TRL_UNPAIRED", "OPENRLHF", "LLAMA_FACTORY", "MOSAICML")) {
            save(format, "part=data&shape=messages", format + "-messages.jsonl", lines);
        }
        save("AXOLOTL", "variant=bradley_terry", "AXOLOTL-bradley-terry.jsonl", lines);
        save("TRL", "part=provenance", "provenance.jsonl", lines);
        for (String format : List.of("TRL", "TRL_IMPLICIT", "HELPSTEER", "ARENA")) {
            save(format, "part=data&ties=both", format + "-ties.jsonl", lines);
        }

        JsonNode found = Json.read(loaders.join().runResource(folder, "load_formats.py"));

        assertThat(found.size()).isEqualTo(lines.size()).isGreaterThanOrEqualTo(35);
        lines.forEach((file, count) -> assertThat(found.path(file).path("rows").asInt()).as(file).isEqualTo(count));
        assertThat(found.at("/TRL_UNPAIRED.jsonl/columns")).hasToString("[\"prompt\",\"completion\",\"label\"]");
        assertThat(lines).containsEntry("TRL-ties.jsonl", TASKS + 2).containsEntry("HELPSTEER-ties.jsonl", TASKS + 1);
        assertThat(found.at("/NEMO_RL.jsonl/columns")).hasToString("[\"context\",\"completions\"]");

        Files.writeString(folder.resolve("together.jsonl"), project.export("TOGETHER"));
        JsonNode report = Json.read(lastLine(together.join().runResource(folder, "check_file.py")));
        assertThat(report.path("is_check_passed").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("num_samples").asInt()).isEqualTo(TASKS);
    }

    @Test
    void messagesKeepTheRulesOfAProviderThatTunesWithThem() throws IOException {
        judge();
        Files.writeString(folder.resolve("messages.jsonl"), project.export("OPENAI_SFT"));

        assertThat(messagesThatKeepTheRules()).isEqualTo(TASKS);
    }

    @Test
    void providersTakeConversationsOnceRowsThatBreakTheirRulesAreLeftOut() throws IOException {
        Project talks = Project.create(system, Map.of("title", "Conversations to train on", "label_config",
                Project.CONFIGURATION.replace("<Text name=\"prompt\"", "<Chat name=\"prompt\"")));
        List<Long> tasks = talks.importTasks(IntStream.range(0, TALKS)
                .mapToObj(i -> Map.of("prompt", conversation(i), "answer1", "No. " + i, "answer2", "Yes \ud840\udc00"))
                .toList());
        for (int i = 0; i < TALKS; i++) {
            talks.owner()
                    .post("/api/tasks/" + tasks.get(i) + "/annotations/", Judgement.of(i == TIED ? "tie" : "left"))
                    .expect(201);
        }

        Answer pairs = talks.owner().get(talks.path("/export?exportType=TOGETHER&ties=both")).expect(200);
        Files.writeString(folder.resolve("together.jsonl"), pairs.body());
        JsonNode report = Json.read(lastLine(together.join().runResource(folder, "check_file.py")));
        assertThat(report.path("is_check_passed").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("num_samples").asInt()).isEqualTo(rows(pairs)).isEqualTo(TALKS - 3);
        assertThat(pairs.headers().firstValue("Prefstream-Rows-Left-Out")).hasValueSatisfying(
                counts -> assertThat(counts).contains("TIE_DROPPED=1", "LAST_ROLE=1", "ROLE_ALTERNATION=1"));

        Answer chosen = talks.owner().get(talks.path("/export?exportType=OPENAI_SFT")).expect(200);
        Files.writeString(folder.resolve("messages.jsonl"), chosen.body());
        assertThat(messagesThatKeepTheRules()).isEqualTo(rows(chosen)).isEqualTo(TALKS - 2);
    }

    /** Each third one begins with a word of the system; two break rules of a provider. */
    private static List<Map<String, String>> conversation(int number) {
        List<Map<String, String>> messages = new ArrayList<>();
        if (number % 3 == 0) {
            messages.add(said("system", "Be kind."));
        }
        messages.add(said("user", "Question " + number));
        messages.add(said("assistant", "Which one?"));
        if (number != ENDS_ON_ASSISTANT) {
            messages.add(said("user", "That one \ud83c\udf0a"));
        }
        if (number == TWO_USERS) {
            messages.add(said("user", "Well?"));
        }
        return messages;
    }

    private static Map<String, String> said(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static int rows(Answer file) {
        return Integer.parseInt(file.headers().firstValue("Prefstream-Rows").orElseThrow());
    }

    private int messagesThatKeepTheRules() throws IOException {
        return Json.read(lastLine(mistral.join().runResource(folder, "check_messages.py"))).path("rows").asInt();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Parquet in pandas|0.6538461538",
            "Parquet in DuckDB|│ m-7b    │     34 │     52 │"})
    void examplesReadParquet(String heading, String printed) throws IOException {
        judge();
        Files.write(folder.resolve("preferences.parquet"), project.download("PARQUET"));
        Files.writeString(folder.resolve("example.py"), Example.under(heading));

        assertThat(loaders.join().run(folder, "example.py")).contains(printed);
    }

    @Test
    void theReadmeShowsTheExampleThatIsRun() {
        assertThat(Example.inReadme("Into a trainer")).isEqualTo(Example.under("A file for DPO"));
    }

    private void judge() {
        List<Long> tasks = project
                .importTasks(IntStream.rangeClosed(0, TASKS)
                        .mapToObj(i -> Map.of("prompt", "Question " + i + " \ud83c\udf0a\u2028?", "answer1",
                                "No.\n\"" + i + '"', "answer2", "Yes \ud840\udc00", "answer1_model", "m-7b",
                                "answer2_model", "m-1b"))
                        .toList());
        for (int i = 0; i < tasks.size(); i++) {
            project.owner()
                    .post("/api/tasks/" + tasks.get(i) + "/annotations/",
                            Judgement.of(i == TASKS ? "tie" : i % 3 == 0 ? "right" : "left"))
                    .expect(201);
        }
    }

    private List<String> formats() {
        return Json.read(project.owner().get(project.path("/export/formats")).expect(200).body())
                .findParents("tags")
                .stream()
                .filter(format -> format.path("tags").path(0).asText().equals("training")
                        && format.path("tags").size() == 2)
                .map(format -> format.path("name").asText())
                .toList();
    }

    private void save(String format, String query, String file, Map<String, Integer> lines) throws IOException {
        String text = project.owner()
                .get(project.path("/export?exportType=" + format + "&" + query))
                .expect(200)
                .body();
        Files.writeString(folder.resolve("files").resolve(file), text);
        lines.put(file, Math.toIntExact(text.lines().filter(line -> line.contains("{")).count()));
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((one, other) -> other).orElseThrow();
    }
}
