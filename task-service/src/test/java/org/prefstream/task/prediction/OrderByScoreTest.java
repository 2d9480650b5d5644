package org.prefstream.task.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.TaskRecord.Prediction;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;

/** What the topics say so that tasks can be given in the order of their scores. */
@QuarkusTest
class OrderByScoreTest {

    private final Api owner = Api.owner();

    @Test
    void theProjectSaysItsOrderAndTheModelWhosePredictionsCount() {
        int project = owner.project();
        change(project, "sampling", "Uncertainty sampling");
        change(project, "model_version", "judge-1");
        change(project, "model_version", null);

        List<ProjectRecord> records = TestServers.topics()
                .await(Topic.PROJECTS, project, 4)
                .stream()
                .map(entry -> Json.read(entry.text(), ProjectRecord.class))
                .toList();

        assertThat(records).extracting(ProjectRecord::sampling)
                .containsExactly("Sequential sampling", "Uncertainty sampling", "Uncertainty sampling",
                        "Uncertainty sampling");
        assertThat(records).extracting(ProjectRecord::modelVersion).containsExactly("", "", "judge-1", "");
    }

    @Test
    void predictionsThatAreStoredTogetherAreOnTheRecordOfEachTask() {
        int project = owner.project();
        List<Integer> tasks = IntStream.range(0, 2).mapToObj(i -> owner.task(project)).toList();

        owner.json("""
                [{"task": %1$d, "result": [], "model_version": "judge-1", "score": 0.7},
                 {"task": %2$d, "result": [], "model_version": "judge-1", "score": 0.2},
                 {"task": %1$d, "result": [], "model_version": "judge-2", "score": 0.4}]
                """.formatted(tasks.get(0), tasks.get(1)))
                .post("/api/projects/" + project + "/import/predictions")
                .then()
                .statusCode(201);

        assertThat(predictions(tasks.get(0))).extracting(Prediction::modelVersion, Prediction::score)
                .containsExactly(tuple("judge-1", new BigDecimal("0.7")), tuple("judge-2", new BigDecimal("0.4")));
        assertThat(predictions(tasks.get(1))).extracting(Prediction::score).containsExactly(new BigDecimal("0.2"));
    }

    private void change(int project, String setting, @Nullable String value) {
        Map<String, Object> changes = new HashMap<>();
        changes.put(setting, value);
        owner.json(changes).patch("/api/projects/" + project).then().statusCode(200);
    }

    private static List<Prediction> predictions(int task) {
        List<TopicEntry> seen = TestServers.topics().await(Topic.TASKS, task, 2);
        return Json.read(seen.get(1).text(), TaskRecord.class).predictions();
    }
}
