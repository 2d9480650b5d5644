package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 55: each of TRL's trainers takes two steps on each file that is made for it, with one row and with a hundred thousand. It
 * installs some gigabytes, so it runs on demand: {@code ./mvnw -Dquick -Pjourneys -Ptraining verify -Dit.test=EveryTrainerJourney}.
 */
@Order(55)
@EnabledIfSystemProperty(named = "prefstream.training", matches = "true")
@ExtendWith(SharedSystem.class)
class EveryTrainerJourney {

    /** Enough for two batches. */
    private static final int JUDGED = 24;
    private static final int MANY = 100_000;
    /** As many as one request may bring. */
    private static final int AT_ONCE = 10_000;
    private static final Duration COPIED_MAX = Duration.ofMinutes(2);
    private static final List<String> OF_PAIRS = List.of("reward", "dpo", "kto");

    private final RunningSystem system;
    private final Python python = Python.withTrainers();
    /** Each trainer with a file that it is to take. */
    private final List<List<String>> pairs = new ArrayList<>();

    @TempDir
    Path folder;

    EveryTrainerJourney(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void makeAModel() {
        python.runResource(folder, "small_model.py");
    }

    @Test
    void linesColumnsAndFoldersOfTextsAndOfConversations() throws IOException {
        savePairs(judged(JUDGED, Project::comparison), "texts");
        savePairs(judged(JUDGED, ToTrainOn::conversation), "conversations");

        everyTrainerTakesTwoSteps();

        assertThat(Files.readString(folder.resolve("conversations.jsonl"))).contains("\"role\":\"system\"");
    }

    @Test
    void filesThatAreMadeForOneTrainer() throws IOException {
        saveForOneTrainerEach(judged(JUDGED, Project::comparison), "texts");
        saveForOneTrainerEach(judged(JUDGED, ToTrainOn::conversation), "conversations");

        everyTrainerTakesTwoSteps();
    }

    @Test
    void oneRow() throws IOException {
        Project one = judged(1, Project::comparison);
        savePairs(one, "row");
        saveForOneTrainerEach(one, "row");
        savePairs(judged(1, ToTrainOn::conversation), "talk");

        everyTrainerTakesTwoSteps();

        assertThat(Files.readAllLines(folder.resolve("row.jsonl"))).hasSize(1);
    }

    @Test
    void tiesAsTwoRowsEach() throws IOException {
        Project tied = judged(JUDGED, Project::comparison);
        ToTrainOn.submit(tied, tied.importTasks(List.of(Project.comparison(JUDGED))).get(0), "tie");
        save(tied, "TRL&ties=both", "ties.jsonl", OF_PAIRS);
        save(tied, "PARQUET&ties=both", "ties.parquet", OF_PAIRS);
        save(tied, "HF&ties=both", "ties.zip", OF_PAIRS);
        save(tied, "TRL_IMPLICIT&ties=both", "ties-with-prompt.jsonl", List.of("reward"));

        everyTrainerTakesTwoSteps();

        assertThat(Files.readAllLines(folder.resolve("ties.jsonl"))).hasSize(JUDGED + 2);
    }

    @Test
    void folderOfManyRowsWhoseLastOneBringsAFieldOfItsOwn() throws IOException {
        Project many = Project.create(system, "Many to train on", 1);
        for (int first = 0; first < MANY; first += AT_ONCE) {
            many.importTasks(IntStream.range(first, first + AT_ONCE)
                    .mapToObj(number -> Map.of("data",
                            number == MANY - 1 ? ToTrainOn.named(number) : ToTrainOn.conversation(number),
                            "annotations", List.of(Judgement.of(number % 2 == 0 ? "left" : "right"))))
                    .toList());
        }
        await().atMost(COPIED_MAX)
                .until(() -> many.owner().get(many.path("/export?exportType=HF&dry_run=true")).status() == 200);
        save(many, "HF", "many.zip", OF_PAIRS);

        JsonNode results = everyTrainerTakesTwoSteps();

        assertThat(results).allSatisfy(result -> {
            assertThat(result.path("rows").asInt()).isEqualTo(MANY);
            assertThat(result.at("/last/prompt").findValuesAsText("name")).contains("Ada");
        });
    }

    private Project judged(int count, IntFunction<Map<String, Object>> task) {
        return ToTrainOn.judged(system, count, task);
    }

    /** Saves the rows in each way that trainers of pairs load: lines, columns, and a folder. */
    private void savePairs(Project project, String name) throws IOException {
        save(project, "TRL", name + ".jsonl", OF_PAIRS);
        save(project, "PARQUET", name + ".parquet", OF_PAIRS);
        save(project, "HF", name + ".zip", OF_PAIRS);
    }

    private void saveForOneTrainerEach(Project project, String name) throws IOException {
        save(project, "TRL_IMPLICIT", name + "-implicit.jsonl", List.of("reward"));
        save(project, "TRL_UNPAIRED", name + "-unpaired.jsonl", List.of("kto"));
        save(project, "TRL_SFT", name + "-sft.jsonl", List.of("sft"));
    }

    private void save(Project project, String export, String file, List<String> trainers) throws IOException {
        Files.write(folder.resolve(file), project.download(export));
        trainers.forEach(trainer -> pairs.add(List.of(trainer, file)));
    }

    private JsonNode everyTrainerTakesTwoSteps() throws IOException {
        Files.writeString(folder.resolve("trainers.json"), Json.write(pairs));
        String printed = python.runResource(folder, "two_steps.py");

        JsonNode results = Json.read(printed.substring(printed.indexOf("RESULT ") + "RESULT ".length()));
        assertThat(results).hasSameSizeAs(pairs).allSatisfy(result -> {
            assertThat(result.path("steps").asInt()).as("%s", result).isEqualTo(2);
            assertThat(result.path("changed").asBoolean()).as("%s", result).isTrue();
        });
        return results;
    }
}
