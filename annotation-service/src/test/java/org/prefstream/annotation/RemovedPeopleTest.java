package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TaskServiceStandIn;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;
import org.prefstream.contract.AccessRecord.Role;

import io.quarkus.test.junit.QuarkusTest;

/** Whoever may do something no more is refused, and holds up nobody. */
@QuarkusTest
class RemovedPeopleTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, Object> TIE = Map.of("outcome", "tie");

    @Inject
    World world;

    @Inject
    TaskServiceStandIn.Access access;

    @Inject
    TaskServiceStandIn.Published published;

    @AfterEach
    void changesArrive() {
        published.waits(false);
    }

    @Test
    void aMemberWhoIsRemovedIsRefusedAndTheTaskIsFreeAgain() {
        Holder removed = world.holder();
        Client other = world.annotator(removed.project());

        world.publish(World.access(removed.annotator(), Role.ANNOTATOR, true), 2);

        awaitHeartbeat(removed, 404);
        assertThat(other.claim(removed.project(), 1)).singleElement()
                .satisfies(lease -> assertThat(lease.task()).isEqualTo(removed.lease().task()));
        removed.verdict(TIE).statusCode(404);
        removed.annotator()
                .request()
                .queryParam("token", removed.lease().token())
                .delete("/api/leases/{id}", removed.lease().id())
                .then()
                .statusCode(404);
        removed.annotator().submit(removed.lease().task(), Map.of("result", Results.selected("left"))).statusCode(404);
    }

    @Test
    void theTaskOfADeactivatedPersonIsFreeAgain() {
        Holder deactivated = world.holder();
        Client other = world.annotator(deactivated.project());

        world.publish(World.access(deactivated.annotator(), Role.ANNOTATOR, false, deactivated.project()), 2);

        awaitHeartbeat(deactivated, 401);
        assertThat(other.claim(deactivated.project(), 1)).hasSize(1);
        deactivated.verdict(TIE).statusCode(401);
    }

    @Test
    void aRemovedMemberWhoComesBackClaimsAnew() {
        Holder removed = world.holder();
        world.publish(World.access(removed.annotator(), Role.ANNOTATOR, true), 2);
        awaitHeartbeat(removed, 404);

        world.publish(World.access(removed.annotator(), Role.ANNOTATOR, true, removed.project()), 3);

        awaitHeartbeat(removed, 409);
        assertThat(removed.annotator().claim(removed.project(), 1)).singleElement()
                .satisfies(lease -> assertThat(lease.id()).isNotEqualTo(removed.lease().id()));
    }

    @Test
    void whoManagesNoMoreChangesNobodyElsesAnnotation() {
        long project = world.project(1);
        long task = world.task(project);
        int annotation = world.annotator(project).submitted(task, Results.selected("left"));
        Client manager = world.owner();
        manager.change(annotation, Results.selected("right"));

        world.publish(World.access(manager, Role.ANNOTATOR, true, project), 2);

        await().atMost(SOON)
                .until(() -> manager.request()
                        .body(Map.of("result", Results.selected("left")))
                        .patch("/api/annotations/{id}/", annotation)
                        .statusCode() == 403);
    }

    @Test
    void aRemovalThatDoesNotArriveIsAskedForAtItsOwner() {
        Holder removed = world.holder();
        Client other = world.annotator(removed.project());
        published.waits(true);

        access.owns(World.access(removed.annotator(), Role.ANNOTATOR, true), 2);

        awaitHeartbeat(removed, 404);
        removed.verdict(TIE).statusCode(404);
        assertThat(other.claim(removed.project(), 1)).singleElement()
                .satisfies(lease -> assertThat(lease.task()).isEqualTo(removed.lease().task()));
    }

    @Test
    void aRevokedTokenIsRefusedThoughTheChangeDoesNotArrive() {
        Holder revoked = world.holder();
        published.waits(true);

        access.revoke(revoked.annotator().token());

        awaitHeartbeat(revoked, 401);
        revoked.verdict(TIE).statusCode(401);
    }

    /** Each heartbeat extends the lease, so that its time is not over when the task is free. */
    private static void awaitHeartbeat(Holder holder, int status) {
        await().atMost(SOON).until(() -> holder.annotator().heartbeat(holder.lease()).extract().statusCode() == status);
    }
}
