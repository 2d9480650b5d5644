package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntFunction;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.e2e.support.Example;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.Python;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Journey 42: what was judged is trained on, by the examples of {@code docs/training.md} as they stand there. It installs some
 * gigabytes, so it runs on demand: {@code ./mvnw -Dquick -Pjourneys -Ptraining verify -Dit.test=TrainingJourney}.
 */
@Order(42)
@EnabledIfSystemProperty(named = "prefstream.training", matches = "true")
@ExtendWith(SharedSystem.class)
class TrainingJourney {

    /** Enough for two batches of eight, and a row that the trainer looks at beforehand. */
    private static final int JUDGED = 24;

    private final RunningSystem system;
    private final Python python = Python.withTrainers();

    @TempDir
    Path folder;

    TrainingJourney(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void makeAModel() {
        python.runResource(folder, "small_model.py");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A file for a reward model", "A file for DPO", "The topic for DPO, while people judge"})
    void examplesTrain(String heading) throws IOException {
        Project project = judged(Project::comparison);
        save(project, "TRL", "preferences.jsonl");
        Files.writeString(folder.resolve("example.py"),
                example(heading, project) + "\nprint('STEPS', trainer.state.global_step)\n");

        assertThat(python.run(folder, "example.py")).containsPattern("STEPS [2-9]");
    }

    /** A consumer's own reading of its files, which tokenizes each row and fails on one that it does not take. */
    @Test
    void llmFoundryTakesItsFiles() throws IOException {
        save(judged(Project::comparison), "MOSAICML", "prompts.jsonl");
        save(judged(ToTrainOn::conversation), "MOSAICML", "messages.jsonl");

        Python foundry = Python.withFoundry();
        foundry.runResource(folder, "small_model.py"); // its transformers do not read the tokenizer of a later version
        String printed = foundry.runResource(folder, "check_foundry.py");

        JsonNode taken = Json.read(printed.substring(printed.indexOf("RESULT ") + "RESULT ".length()));
        assertThat(taken.path("prompts.jsonl").asInt()).isEqualTo(JUDGED);
        assertThat(taken.path("messages.jsonl").asInt()).isEqualTo(JUDGED);
    }

    /** What an example needs to run here: this system's addresses, this project, a processor, and fewer steps. */
    private String example(String heading, Project project) {
        return Example.under(heading)
                .replace("localhost:9092", system.connection().kafkaBootstrap())
                .replace("== 7", "== " + project.id())
                .replace("max_steps=1000", "max_steps=2")
                .replace("output_dir=", "use_cpu=True, bf16=False, output_dir=");
    }

    private Project judged(IntFunction<Map<String, Object>> task) {
        return ToTrainOn.judged(system, JUDGED, task);
    }

    private void save(Project project, String format, String file) throws IOException {
        Files.write(folder.resolve(file), project.download(format));
    }
}
