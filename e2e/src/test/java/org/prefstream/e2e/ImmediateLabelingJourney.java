package org.prefstream.e2e;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Judgement;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/** Journey 3: a script that waits for nothing. */
@Order(3)
@ExtendWith(SharedSystem.class)
class ImmediateLabelingJourney {

    static final int TASKS = 20;
    private static final Duration SOON = Duration.ofSeconds(20);

    @RepeatedTest(5)
    void whatWasJustImportedCanBeLabeledAndExportedAtOnce(RunningSystem system) {
        Project project = Project.create(system, "No waiting", 1);
        List<Long> tasks = project.importComparisons(TASKS);
        Set<Long> annotations = new HashSet<>();
        for (long task : tasks) {
            annotations.add(project.owner()
                    .post("/api/tasks/" + task + "/annotations", Judgement.of("left"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asLong());
        }

        assertThat(project.exportedRows()
                .values()
                .stream()
                .map(row -> row.path("annotation_id").asLong())
                .collect(toSet())).isEqualTo(annotations);
        assertThat(project.exportedAnnotations()
                .stream()
                .map(annotation -> annotation.path("id").asLong())
                .collect(toSet())).isEqualTo(annotations);
    }

    @RepeatedTest(5)
    void aTaskThatWasJustImportedIsNext(RunningSystem system) {
        Project project = Project.create(system, "Next at once", 1);
        List<Long> tasks = project.importComparisons(1);

        long next = project.owner().get(project.path("/next")).expect(200).json().path("id").asLong();

        assertThat(next).isEqualTo(tasks.get(0));
    }

    @Test
    void healthHasNothingToSayOnceWhatWasJudgedIsEverywhere(RunningSystem system) {
        Project project = Project.create(system, "All is well", 1);
        long task = project.importComparisons(1).get(0);
        project.owner().post("/api/tasks/" + task + "/annotations", Judgement.of("left")).expect(201);
        assertThat(project.exportedRows()).hasSize(1);

        await().atMost(SOON)
                .until(() -> system.owner().get("/health").expect(200).json().path("detail").isMissingNode());
    }
}
