package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.prefstream.annotation.lease.ClaimTasks.KEEP_MAX;
import static org.prefstream.annotation.lease.ClaimTasks.KEPT_LEASES_MAX;
import static org.prefstream.annotation.lease.ClaimTasks.LIVE_LEASES_MAX;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.World;

import io.quarkus.test.junit.QuarkusTest;

/** Tasks that are taken along for a journey offline. */
@QuarkusTest
class KeptLeasesTest {

    private static final Duration HOURS = Duration.ofHours(6);

    @Inject
    World world;

    @Test
    void asManyAsMayBeKeptStayForHoursAndHeartbeatsDoNotShortenThat() {
        long project = world.project(1);
        Client traveller = traveller(project, KEPT_LEASES_MAX + 5);
        traveller.claim(project, 3);

        List<HeldLease> taken = traveller.take(project, KEPT_LEASES_MAX, HOURS);

        assertThat(taken).hasSize(KEPT_LEASES_MAX).doesNotHaveDuplicates();
        for (HeldLease lease : List.of(taken.get(0), taken.get(KEPT_LEASES_MAX - 1))) {
            Instant expiry = Instant.parse(traveller.heartbeat(lease).statusCode(200).extract().path("expires_at"));
            assertThat(expiry).isAfter(Instant.now().plus(HOURS).minusSeconds(300));
        }
    }

    @Test
    void whatWasTakenAlongIsFreeAgainOnceItIsHandedBack() {
        long project = world.project(1);
        Client traveller = traveller(project, 1);
        HeldLease taken = traveller.take(project, 1, HOURS).get(0);
        Client other = world.annotator(project);

        traveller.handBack(taken);

        assertThat(other.awaitLease(project).task()).isEqualTo(taken.task());
    }

    @Test
    void halfOfWhatIsLeftStaysForOthersWhoAreAtWork() {
        long project = world.project(1);
        Client traveller = traveller(project, 21);
        Client other = world.annotator(project);
        other.take(project, 1, HOURS);

        List<HeldLease> taken = traveller.take(project, 40, HOURS);
        List<HeldLease> asksAgain = traveller.take(project, 40, HOURS);

        assertThat(taken).hasSize(10);
        assertThat(asksAgain).isEqualTo(taken);
        assertThat(other.claim(project, LIVE_LEASES_MAX)).hasSize(11);
    }

    @Test
    void whoIsAtWorkElsewhereMeanwhileStillHasWhatWasTakenAlong() {
        long project = world.project(1);
        long elsewhere = world.project(1);
        List<Long> tasks = world.tasks(project, 1, 20);
        Client traveller = world.annotator(project, elsewhere);
        tasks.forEach(traveller::awaitTask);
        traveller.awaitTask(world.task(elsewhere));
        List<HeldLease> taken = traveller.take(project, 20, HOURS);

        traveller.awaitLease(elsewhere);

        assertThat(taken).hasSize(20).allSatisfy(lease -> traveller.heartbeat(lease).statusCode(200));
    }

    @Test
    void whoTakesTasksOfTwoProjectsAlongHoldsNoMoreThanTheLimit() {
        long first = world.project(1);
        long second = world.project(1);
        List<Long> tasks = world.tasks(first, 1, 40);
        List<Long> more = world.tasks(second, 1, 40);
        Client traveller = world.annotator(first, second);
        tasks.forEach(traveller::awaitTask);
        more.forEach(traveller::awaitTask);
        List<HeldLease> before = traveller.take(first, 40, HOURS);

        assertThat(traveller.take(second, 40, HOURS)).hasSize(40);

        long kept = before.stream().filter(lease -> traveller.heartbeat(lease).extract().statusCode() == 200).count();
        assertThat(kept).isEqualTo(KEPT_LEASES_MAX - 40);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 43_201, 1_000_000_000_000L})
    void refusesToKeepTasksForTooLong(long seconds) {
        Client traveller = traveller(world.project(1), 1);
        long project = world.project(1);

        traveller.claiming(project, Map.of("count", 1, "keep_seconds", seconds))
                .statusCode(400)
                .body("toString()", containsString("keep_seconds"));
        assertThat(KEEP_MAX).hasSeconds(43_200);
    }

    @Test
    void moreThanTwelveAreForThoseWhoKeepThem() {
        long project = world.project(1);
        Client traveller = traveller(project, 1);

        traveller.claiming(project, Map.of("count", LIVE_LEASES_MAX + 1)).statusCode(400);
        traveller.claiming(project, Map.of("count", KEPT_LEASES_MAX + 1, "keep_seconds", 60)).statusCode(400);
        traveller.claiming(project, Map.of("count", KEPT_LEASES_MAX, "keep_seconds", 60))
                .statusCode(200)
                .body("leases.size()", equalTo(1));
    }

    private Client traveller(long project, int tasks) {
        List<Long> ids = world.tasks(project, 1, tasks);
        Client traveller = world.annotator(project);
        ids.forEach(traveller::awaitTask);
        return traveller;
    }
}
