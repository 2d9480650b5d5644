package org.prefstream.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.Json;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Parallel;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;
import org.prefstream.embedded.testing.TopicEntry;

import com.fasterxml.jackson.databind.JsonNode;

/** Journey 2: a thousand tasks, eight annotators at once, two judgements each. */
@Order(2)
@ExtendWith(SharedSystem.class)
class EightAnnotatorsJourney {

    static final int TASKS = 1000;
    static final int OVERLAP = 2;

    @Test
    void everyJudgementIsOnTheTopicAndInTheExportExactlyOnce(RunningSystem system) {
        // Given
        Project project = Project.create(system, "Eight annotators", OVERLAP);
        List<Person> annotators = IntStream.range(0, 8).mapToObj(number -> project.member(system)).toList();
        Set<Long> tasks = new HashSet<>(project.importComparisons(TASKS));

        // When
        Parallel.all(annotators, annotator -> labelUntilNothingIsLeft(project, annotator));

        // Then
        Map<String, JsonNode> exported = project.exportedRows();
        List<TopicEntry> published = project.published(system, Topic.PREFERENCES);
        assertThat(published).hasSize(TASKS * OVERLAP);
        assertThat(published).allSatisfy(entry -> {
            assertThat(Json.violations(Topic.PREFERENCES, entry.text())).isEmpty();
            assertThat(Json.read(entry.text()).path("record_id").asText()).isEqualTo(entry.key());
            assertThat(Json.read(entry.text()).path("revision").asLong()).isEqualTo(entry.revision());
        });
        assertThat(published.stream().collect(toMap(TopicEntry::key, entry -> Json.read(entry.text()))))
                .isEqualTo(exported);

        List<JsonNode> annotations = project.exportedAnnotations();
        assertThat(annotations).hasSize(TASKS * OVERLAP);
        Map<Long, Set<Long>> people = annotations.stream()
                .collect(groupingBy(annotation -> annotation.path("task").asLong(),
                        mapping(annotation -> annotation.path("completed_by").asLong(), toSet())));
        assertThat(people.keySet()).isEqualTo(tasks);
        assertThat(people.values()).allSatisfy(authors -> assertThat(authors).hasSize(OVERLAP));
        assertThat(published.stream()
                .collect(groupingBy(entry -> Json.read(entry.text()).path("annotation_id").asLong(), counting())))
                .hasSize(annotations.size())
                .allSatisfy((annotation, rows) -> assertThat(rows).isEqualTo(1));
    }

    private static void labelUntilNothingIsLeft(Project project, Person annotator) {
        Answer next = annotator.api().get(project.path("/next"));
        while (next.status() == 200) {
            long task = next.json().path("id").asLong();
            String side = (task + annotator.id()) % 3 == 0 ? "left" : "right";
            annotator.api().post("/api/tasks/" + task + "/annotations", Judgement.of(side)).expect(201);
            next = annotator.api().get(project.path("/next"));
        }
        next.expect(404);
    }
}
