package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.annotation.lease.Queue.Found;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Records;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.Flights;
import org.prefstream.kit.security.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The steps of a claim, and what happens between them. */
@QuarkusTest
class JudgedMeanwhileTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    Database database;

    @Inject
    Flights flights;

    @Test
    void aTaskThatItsPersonJudgesBetweenSearchAndLockIsNotClaimed() {
        long project = world.project(2);
        List<Long> tasks = world.tasks(project, 2, 2);
        Client annotator = world.annotator(project);
        tasks.forEach(annotator::awaitTask);
        Claim claim = claim(project, annotator);
        Found found = inOneTransaction(flight -> Queue.find(flight, claim, Cursor.beginning(0), Set.of()));

        annotator.submitted(tasks.get(0), Results.selected("left"));
        FreeTasks free = inOneTransaction(flight -> FreeTasks.lock(flight, claim, found.candidates(), 2));

        assertThat(found.candidates()).isEqualTo(tasks);
        assertThat(free.tasks()).singleElement().satisfies(task -> assertThat(task.taskId()).isEqualTo(tasks.get(1)));
    }

    @Test
    void aTaskThatSomebodyElseHoldsIsPassedOverAndTheCursorStaysBeforeIt() throws Exception {
        long project = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 3);
        Client annotator = world.annotator(project);
        tasks.forEach(annotator::awaitTask);
        Claim claim = claim(project, annotator);
        Found found = inOneTransaction(flight -> Queue.find(flight, claim, Cursor.beginning(0), Set.of()));

        try (Database.Open other = database.open()) {
            other.execute("select from task_slot where task_id = ? for update", tasks.get(0));
            FreeTasks free = inOneTransaction(flight -> FreeTasks.lock(flight, claim, found.candidates(), 1));

            assertThat(free.locked()).containsExactly(tasks.get(1));
            assertThat(found.cursor(free.locked()).taskId()).isEqualTo(tasks.get(0) - 1);
        }
    }

    private static Claim claim(long project, Client annotator) {
        return new Claim(Records.project(project, 2, true, "REQUEUE_FOR_OTHERS"),
                new Person(annotator.id(), "", "", "", Role.ANNOTATOR, Set.of(project)), 1, Display.IN_SLOTS, null);
    }

    private <T> T inOneTransaction(Function<Flight, Uni<T>> steps) {
        return flights.write(steps).await().atMost(SOON);
    }
}
