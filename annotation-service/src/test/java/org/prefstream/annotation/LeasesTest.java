package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.prefstream.annotation.lease.ClaimTasks.LIVE_LEASES_MAX;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** How long a task stays with an annotator. */
@QuarkusTest
class LeasesTest {

    private static final Map<String, Object> TIE = Map.of("outcome", "tie");

    @Inject
    World world;

    @Test
    void aLeaseThatEndedIsLostOnceSomebodyElseHasTheTask() {
        Holder slow = world.holder();
        Client quick = world.annotator(slow.project());

        quick.awaitLease(slow.project());

        isLost(slow.verdict(TIE));
    }

    @Test
    void aLeaseThatEndedStillTakesAVerdictWhileNobodyElseHasTheTask() {
        Holder holder = world.holder();
        holder.annotator().handBack(holder.lease());

        holder.verdict(TIE).statusCode(200).body("progress.finished", equalTo(1));
        holder.annotator().annotationsOf(holder.lease().task()).body("[0].result[0].value.selected", equalTo("tie"));
    }

    @Test
    void aTaskThatIsHandedBackGoesToSomebodyElse() {
        Holder first = world.holder();
        Client second = world.annotator(first.project());

        first.annotator().handBack(first.lease());

        assertThat(second.claim(first.project(), 1)).singleElement().satisfies(taken -> {
            assertThat(taken.task()).isEqualTo(first.lease().task());
            assertThat(taken.token()).isGreaterThan(first.lease().token());
        });
        isLost(first.verdict(TIE));
        isLost(first.annotator().heartbeat(first.lease()));
    }

    @Test
    void aHeartbeatExtendsTheLease() {
        Holder holder = world.holder();

        Instant first = expiry(holder.annotator().heartbeat(holder.lease()));
        Instant second = expiry(holder.annotator().heartbeat(holder.lease()));

        assertThat(second).isAfter(first);
    }

    @Test
    void anotherTokenAndAnotherAnnotatorAreRefused() {
        Holder holder = world.holder();
        Client other = world.annotator(holder.project());
        HeldLease lease = holder.lease();

        isLost(holder.annotator()
                .heartbeat(new HeldLease(lease.id(), lease.token() + 1, lease.task(), lease.firstShown())));
        isLost(other.heartbeat(lease));
        expiry(holder.annotator().heartbeat(lease));
    }

    @Test
    void whoGoesOnToAnotherProjectHandsBackTheOldestTaskBeyondTheLimit() {
        long left = world.project(1);
        long entered = world.project(1);
        List<Long> tasks = world.tasks(left, 1, LIVE_LEASES_MAX);
        Client annotator = world.annotator(left, entered);
        annotator.awaitTask(world.task(entered));
        tasks.forEach(annotator::awaitTask);
        List<HeldLease> before = annotator.claim(left, LIVE_LEASES_MAX);

        annotator.awaitLease(entered);

        assertThat(before).hasSize(LIVE_LEASES_MAX);
        before.subList(1, LIVE_LEASES_MAX).forEach(kept -> annotator.heartbeat(kept).statusCode(200));
        isLost(annotator.heartbeat(before.get(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, LIVE_LEASES_MAX + 1, -1})
    void claimsOneTaskOrAsManyAsAPersonMayHold(int count) {
        Holder holder = world.holder();

        holder.annotator()
                .request()
                .body(Map.of("count", count))
                .post("/api/projects/{id}/leases", holder.project())
                .then()
                .statusCode(400);
    }

    @Test
    void aPageIsNotSentAgainWhatItHas() {
        long project = world.project(1);
        world.tasks(project, 1, 3);
        Client annotator = world.annotator(project);
        List<HeldLease> held = await().until(() -> annotator.claim(project, 2), leases -> leases.size() == 2);
        List<String> known = held.stream().map(HeldLease::id).toList();

        annotator.claiming(project, Map.of("count", 3, "known", List.of(known.get(0), known.get(1), "0")))
                .statusCode(200)
                .body("leases", hasSize(1))
                .body("leases.id", not(hasItems(known.toArray())))
                .body("leases[0].shown.comparisons", hasSize(1))
                .body("known.id", equalTo(known))
                .body("known.expires_at", everyItem(notNullValue()))
                .body("known[0].keySet()", hasSize(2));
    }

    @Test
    void whatAPageHasIsSaidByItsIds() {
        Holder holder = world.holder();

        for (Object known : List.of("1", List.of(1), Map.of("id", "1"), Collections.nCopies(201, "1"))) {
            holder.annotator()
                    .claiming(holder.project(), Map.of("count", 1, "known", known))
                    .statusCode(400)
                    .body("toString()", containsString("known"));
        }
    }

    private static void isLost(ValidatableResponse answer) {
        answer.statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("https://prefstream.org/problems/lease-lost"));
    }

    private static Instant expiry(ValidatableResponse heartbeat) {
        return Instant.parse(heartbeat.statusCode(200).extract().path("expires_at"));
    }
}
