package org.prefstream.task.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.prefstream.task.testing.AnnotationTopic.annotation;
import static org.prefstream.task.testing.AnnotationTopic.newId;
import static org.prefstream.task.testing.AnnotationTopic.send;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.prefstream.task.testing.AnnotationServiceStandIn;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whoever reads after a judgement was acknowledged sees it, or is told what lags. */
@QuarkusTest
class AcknowledgedTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void everyReaderWaitsUntilTheJudgementIsCounted() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        AnnotationServiceStandIn.annotations(task, "[]");
        List<CompletableFuture<Response>> readers;
        try (Connection held = holdSummariesBack()) {
            acknowledge(project, task);
            readers = List
                    .of("/api/tasks/" + task, "/api/tasks?project=" + project, "/api/projects/" + project + "/tasks",
                            "/api/projects/" + project, "/api/projects?ids=" + project,
                            "/api/projects/counts?ids=" + project)
                    .stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> owner.request().get(path)))
                    .toList();
            await().during(SHORT).atMost(SOON).until(() -> readers.stream().noneMatch(CompletableFuture::isDone));
            held.rollback();
        }

        List<String> answers = readers.stream()
                .map(reader -> reader.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
                .peek(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                .map(Response::asString)
                .toList();
        assertThat(answers.subList(0, 3)).allSatisfy(answer -> assertThat(answer).contains("\"is_labeled\":true"));
        assertThat(answers.subList(3, 6))
                .allSatisfy(answer -> assertThat(answer).contains("\"finished_task_number\":1"));
    }

    @Test
    void whatLagsForTooLongIsNamedAndOthersAreNotHeldUp() throws Exception {
        int project = owner.project();
        int task = owner.task(project);
        int other = owner.project();
        try (Connection held = holdSummariesBack()) {
            RecordMetadata behind = acknowledge(project, task);

            owner.get("/api/projects/" + other).statusCode(200);
            owner.get("/api/tasks/" + task)
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("detail", containsString("not yet applied"))
                    .body("detail", containsString(behind.topic()));
            held.rollback();
        }

        await().atMost(SOON).untilAsserted(() -> owner.get("/api/projects/" + project).statusCode(200));
    }

    private RecordMetadata acknowledge(int project, int task) throws Exception {
        long id = newId();
        RecordMetadata published = send(id, 1, annotation(id, project, task, 1, false));
        AnnotationServiceStandIn.published(project, published.topic(), published.partition(), published.offset());
        return published;
    }

    private Connection holdSummariesBack() throws SQLException {
        Connection held = dataSource.getConnection();
        held.setAutoCommit(false);
        try (Statement lock = held.createStatement()) {
            lock.execute("lock table annotation_summary in exclusive mode");
        }
        return held;
    }
}
