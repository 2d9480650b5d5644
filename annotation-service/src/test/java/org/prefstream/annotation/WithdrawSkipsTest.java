package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.WithdrawnAnnotations;

import io.quarkus.test.junit.QuarkusTest;

/** What task-service asks for when somebody has tasks asked again that were skipped. Here the service is its own peer. */
@QuarkusTest
class WithdrawSkipsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    Peers peers;

    @Test
    void whoSkippedATaskIsAskedAgainAndJudgementsStay() {
        long project = world.project(3);
        long task = world.tasks(project, 3, 1).get(0);
        Client skipper = world.annotator(project);
        HeldLease lease = skipper.awaitLease(project);
        int skip = skipper.submit(task, Map.of("was_cancelled", true, "skip_reason", "Cut off."))
                .statusCode(201)
                .extract()
                .path("id");
        int kept = world.owner().submitted(task, Results.selected("left"));
        assertThat(skipper.claim(project, 1)).isEmpty();

        assertThat(withdraw(project, task)).isEqualTo(1);
        assertThat(withdraw(project, task)).isZero();

        assertThat(skipper.claim(project, 1)).singleElement().satisfies(again -> {
            assertThat(again.task()).isEqualTo((int) task);
            assertThat(again.id()).isNotEqualTo(lease.id());
        });
        world.owner().annotationsOf(task).body("id", equalTo(List.of(kept)));
        TestServers.topics()
                .await(Topic.ANNOTATIONS, skip, found -> assertThat(found).last().matches(TopicEntry::isTombstone));
    }

    @Test
    void aSkipThatTookASlotGivesItBack() {
        long project = world.project(1, true, "IGNORE_SKIPPED");
        long task = world.task(project);
        Client skipper = world.annotator(project);
        skipper.awaitLease(project);
        skipper.submit(task, Map.of("was_cancelled", true)).statusCode(201);
        Client other = world.annotator(project);
        assertThat(other.claim(project, 1)).isEmpty();

        assertThat(withdraw(project, task)).isEqualTo(1);

        assertThat(other.claim(project, 1)).hasSize(1);
    }

    @Test
    void leasesOfOthersStayAndTheirVerdictsAreTaken() {
        long project = world.project(2);
        long task = world.tasks(project, 2, 1).get(0);
        Client skipper = world.annotator(project);
        skipper.awaitLease(project);
        Client other = world.annotator(project);
        HeldLease held = other.awaitLease(project);
        skipper.submit(task, Map.of("was_cancelled", true)).statusCode(201);

        assertThat(withdraw(project, task)).isEqualTo(1);

        other.heartbeat(held).statusCode(200);
        assertThat(other.claim(project, 1)).extracting(HeldLease::id).containsExactly(held.id());
        assertThat(skipper.claim(project, 1)).hasSize(1);
    }

    @Test
    void tasksOfAnotherProjectAreLeftAlone() {
        long project = world.project(1);
        long task = world.task(project);
        Client owner = world.owner();
        owner.awaitTask(task);
        owner.submit(task, Map.of("was_cancelled", true)).statusCode(201);

        assertThat(withdraw(world.project(1), task)).isZero();

        owner.annotationsOf(task).body("$", hasSize(1));
    }

    private long withdraw(long project, long task) {
        return peers
                .ask("task", "projects/" + project + "/skips/withdrawal", Map.of("tasks", List.of(task), "by", 1),
                        WithdrawnAnnotations.class, SOON)
                .await()
                .atMost(SOON)
                .orElseThrow()
                .annotations();
    }
}
