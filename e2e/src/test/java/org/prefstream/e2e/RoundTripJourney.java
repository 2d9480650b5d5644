package org.prefstream.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Journey 13: a project that was judged in every way is exported as JSON, imported into another, empty installation, and
 * exported again. The two files tell the same.
 */
@Order(13)
@ExtendWith(SharedSystem.class)
class RoundTripJourney {

    private static final String WITH_AUTHORS = "JSON&authors=true";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CONFIGURATION = """
            <View>
              <Header value="About $meta.topic"/>
              <Text name="prompt" value="$prompt"/>
              <pairwise name="comparison" toName="answer1,answer2"/>
              <Text name="answer1" value="$answer1"/>
              <Text name="answer2" value="$answer2"/>
              <List name="ranked" value="$candidates"/>
              <Ranker name="rank" toName="ranked"/>
              <Choices name="neither" toName="prompt"><Choice value="Tie"/><Choice value="Both bad"/></Choices>
              <Rating name="quality" toName="prompt" maxRating="5"/>
              <Repeater on="$turns" indexFlag="{{idx}}">
                <Text name="turn_{{idx}}" value="$turns[{{idx}}].said"/>
                <Choices name="good_{{idx}}" toName="turn_{{idx}}"><Choice value="Yes"/><Choice value="No"/></Choices>
              </Repeater>
              <TextArea name="why" toName="prompt"/>
            </View>""";
    /** Ids are given anew, those of people too, and a task is as old as its import. Predictions are ids, which stay behind. */
    private static final List<String> NEW_IN_TASKS = List.of("id", "project", "created_at", "updated_at", "updated_by",
            "predictions", "total_predictions");
    private static final List<String> NEW_IN_ANNOTATIONS = List.of("id", "import_id", "task", "project", "updated_by");
    private static final List<String> NEW_IN_ROWS = List.of("record_id", "group_id", "project_id", "task_id",
            "annotation_id", "annotator_id", "revision");

    @Test
    void anExportThatIsImportedIsExportedAsItWas(RunningSystem system) {
        Project first = project(system);
        Person person = first.member(system);
        judge(first, person);
        String file = first.export(WITH_AUTHORS);
        assertThat(first.exportedAnnotations()).hasSize(6);

        try (RunningSystem other = RunningSystem.start()) {
            Project second = project(other);
            assertThat(importInto(second, file).expect(400).body()).contains(person.email());
            Person.annotator(other);
            Person samePerson = Person.annotator(other, person.email());
            JsonNode imported = importInto(second, file).expect(201).json();
            assertThat(imported.path("annotation_count").asInt()).isEqualTo(6);
            assertThat(imported.path("predictions_left_out").asInt()).isEqualTo(3);
            await().atMost(SOON).untilAsserted(() -> assertThat(second.exportedAnnotations()).hasSize(6));

            assertThat(lasting(Json.read(second.export(WITH_AUTHORS)))).isEqualTo(lasting(Json.read(file)));
            assertThat(second.exportedAnnotations()).extracting(annotation -> annotation.path("import_id").asLong())
                    .isEqualTo(first.exportedAnnotations().stream().map(each -> each.path("id").asLong()).toList());
            assertThat(rows(second)).isNotEmpty().isEqualTo(rows(first));
            assertThat(judgedBy(samePerson, second)).isNotEmpty().isEqualTo(judgedBy(person, first));
        }
    }

    private static Answer importInto(Project project, String file) {
        return project.owner().upload(project.path("/import"), "export.json", file.getBytes(UTF_8));
    }

    private static Project project(RunningSystem system) {
        return Project.create(system,
                Map.of("title", "Round trip", "label_config", CONFIGURATION, "maximum_annotations", 2));
    }

    private static void judge(Project project, Person person) {
        List<Long> tasks = project.importTasks(List.of(task(0), task(1), task(2)));
        ApiClient owner = project.owner();
        submit(owner, tasks.get(0),
                Judgement.and(
                        Judgement.withResult(Judgement.pairwise(Map.of("selected", "left", "strength", 3)),
                                Judgement.region("why", "prompt", "textarea",
                                        Map.of("text", List.of("shorter\u2028and = true"))),
                                Judgement.region("quality", "prompt", "rating", Map.of("rating", 4)),
                                Judgement.region("good_1", "turn_1", "choices", Map.of("choices", List.of("No"))),
                                Judgement.region("rank", "ranked", "ranker", Map.of("ranker", List.of("c", "a", "b")))),
                        "unique_id", UUID.randomUUID()));
        submit(person.api(), tasks.get(0), Judgement.of("tie"));
        submit(owner, tasks.get(1),
                Judgement.and(Judgement.withResult(Judgement.pairwise(Map.of("selected", "left")),
                        Judgement.region("neither", "prompt", "choices", Map.of("choices", List.of("Both bad")))),
                        "ground_truth", true));
        submit(person.api(), tasks.get(1), Judgement.and(Judgement.withResult(), "was_cancelled", true));
        long edited = submit(person.api(), tasks.get(2), Judgement.of("left"));
        person.api()
                .patch("/api/annotations/" + edited,
                        Judgement.withResult(Judgement.pairwise(Map.of("selected", "right"))))
                .expect(200);
        submit(owner, tasks.get(2), Judgement.of("cannot_judge"));
    }

    private static long submit(ApiClient who, long task, Map<String, Object> body) {
        return who.post("/api/tasks/" + task + "/annotations", body).expect(201).json().path("id").asLong();
    }

    private static Map<String, Object> task(int number) {
        return Map.of("data",
                Map.of("meta", Map.of("topic", "birds"), "prompt", "Which bird cannot fly? " + number, "answer1",
                        "The ostrich.", "answer2", "=The swift,\n\"twice\".", "answer1_model", "m-1", "candidates",
                        List.of(item("a"), item("b"), item("c")), "turns",
                        List.of(Map.of("said", "one"), Map.of("said", "two"))),
                "meta", Map.of("batch", number), "predictions", List.of(Map.of("model_version", "judge-2", "score", 0.5,
                        "result", Judgement.of("left").get("result"))));
    }

    private static Map<String, Object> item(String id) {
        return Map.of("id", id, "title", "", "body", "Candidate " + id);
    }

    private static List<JsonNode> lasting(JsonNode tasks) {
        return StreamSupport.stream(tasks.spliterator(), false).map(task -> {
            ObjectNode lasting = task.deepCopy();
            lasting.remove(NEW_IN_TASKS);
            lasting.path("annotations").forEach(annotation -> {
                ((ObjectNode) annotation).remove(NEW_IN_ANNOTATIONS);
                ((ObjectNode) annotation.path("completed_by")).remove("id");
            });
            return (JsonNode) lasting;
        }).toList();
    }

    /** {@return the number of the row, in the file, of each row of the dataset that this person gave} */
    private static List<Integer> judgedBy(Person person, Project project) {
        List<JsonNode> rows = List.copyOf(project.exportedRows().values());
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).path("annotator_id").asLong() == person.id())
                .boxed()
                .toList();
    }

    private static List<JsonNode> rows(Project project) {
        return project.exportedRows().values().stream().map(row -> {
            ObjectNode lasting = row.deepCopy();
            lasting.remove(NEW_IN_ROWS);
            return (JsonNode) lasting;
        }).toList();
    }
}
