package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.contract.Topic;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Parallel;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Journey 5: a client that got no answer sends the same submit again, here twenty times at once. */
@Order(5)
@ExtendWith(SharedSystem.class)
class RepeatedSubmitJourney {

    static final int TIMES = 20;

    final RunningSystem system;
    final Project project;
    final String submits;

    RepeatedSubmitJourney(RunningSystem system) {
        this.system = system;
        project = Project.create(system, "Again and again", 1);
        submits = "/api/tasks/" + project.importComparisons(1).get(0) + "/annotations";
    }

    @Test
    void theSameUniqueIdIsOneAnnotation() {
        Map<String, Object> judgement = Judgement.and(Judgement.of("left"), "unique_id", UUID.randomUUID().toString());

        List<Answer> answers = Parallel.times(TIMES, () -> project.owner().post(submits, judgement));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 201));
        assertThat(answers.stream().map(RepeatedSubmitJourney::withoutAge).distinct()).hasSize(1);
        isStoredOnce(answers.get(0).json().path("id").asLong());
    }

    @Test
    void theSameIdempotencyKeyIsOneAnnotationAndOneAnswerByteForByte() {
        ApiClient client = project.owner().with("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = Parallel.times(TIMES, () -> client.post(submits, Judgement.of("right")));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        isStoredOnce(answers.get(0).json().path("id").asLong());
    }

    @Test
    void anIdempotencyKeyCannotBeUsedForSomethingElse() {
        ApiClient client = project.owner().with("Idempotency-Key", UUID.randomUUID().toString());
        long first = client.post(submits, Judgement.of("right")).expect(201).json().path("id").asLong();

        client.post(submits, Judgement.of("left")).expect(409);

        isStoredOnce(first);
    }

    private void isStoredOnce(long annotation) {
        JsonNode stored = project.owner().get(submits).expect(200).json();
        assertThat(stored).hasSize(1);
        assertThat(stored.at("/0/id").asLong()).isEqualTo(annotation);
        assertThat(project.exportedRows()).hasSize(1);
        assertThat(project.published(system, Topic.PREFERENCES)).hasSize(1);
        assertThat(project.published(system, Topic.ANNOTATIONS)).hasSize(1);
    }

    /** How long ago it was, in words, is the one thing that may change between two answers. */
    private static JsonNode withoutAge(Answer answer) {
        return ((ObjectNode) answer.json()).without("created_ago");
    }
}
