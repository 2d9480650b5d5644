package org.prefstream.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.prefstream.annotation.lease.ClaimTasks.LIVE_LEASES_MAX;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.World;
import org.prefstream.annotation.testing.World.Holder;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Claims, ends of leases and their expiry that meet on purpose: another transaction is open while the service works. */
@QuarkusTest
class LeaseRacesTest {

    private static final String CLAIM_OF_SAME_PERSON = "select pg_advisory_xact_lock(7310442, hashint8(?))";
    private static final String LOCK = "select from task_slot where task_id = any (?) order by task_id for update";
    private static final String LEASE = """
            insert into lease (project_id, task_id, annotator, token, state, claimed_at, expires_at, shown_sha256, shown_order)
            select project_id, task_id, ?, nextval('lease_token'), 'LIVE', now(), now() + interval '1 hour', 'none', '[0, 1]'
            from task_slot where task_id = ?
            """;
    private static final String TAKE_SLOT = "update task_slot set free_slots = free_slots - 1 where task_id = ?";

    @Inject
    World world;

    @Inject
    Database database;

    @Test
    void claimsOfOnePersonInTwoProjectsAtOnceHoldNoMoreThanTheLimit() throws Exception {
        long first = world.project(1);
        long second = world.project(1);
        List<Long> tasks = world.tasks(first, 1, LIVE_LEASES_MAX);
        Client annotator = world.annotator(first, second);
        Client other = world.annotator(second);
        tasks.forEach(annotator::awaitTask);
        world.tasks(second, 1, LIVE_LEASES_MAX + 1).forEach(annotator::awaitTask);
        CompletableFuture<List<HeldLease>> claimed;

        try (Database.Open claim = database.open()) {
            claim.execute(CLAIM_OF_SAME_PERSON, annotator.id()).execute(LOCK, (Object) tasks.toArray(Long[]::new));
            for (long task : tasks) {
                claim.execute(LEASE, annotator.id(), task).execute(TAKE_SLOT, task);
            }
            claimed = CompletableFuture.supplyAsync(() -> annotator.claim(second, LIVE_LEASES_MAX));
            assertThat(other.claim(second, 1)).hasSize(1);
            assertThat(claimed).isNotDone();
            claim.commit();
        }

        assertThat(claimed.get()).hasSize(LIVE_LEASES_MAX);
        assertThat(database.select("select from lease where annotator = ? and state = 'LIVE'", annotator.id()))
                .hasSize(LIVE_LEASES_MAX);
    }

    @Test
    void claimsOfOnePersonAtOnceGiveTheSameTaskWhereOthersMayTakeItToo() throws Exception {
        long project = world.project(2);
        long elsewhere = world.project(1);
        long task = world.tasks(project, 2, 1).get(0);
        Client annotator = world.annotator(project);
        annotator.awaitTask(task);
        Holder other = world.holder(elsewhere);
        CompletableFuture<ValidatableResponse> claimed;

        try (Database.Open claim = database.open()) {
            claim.execute(CLAIM_OF_SAME_PERSON, annotator.id())
                    .execute(LOCK, (Object) new Long[]{task})
                    .execute(
                            "insert into shown values ('none', '{\"spec\":{\"objects\":[],\"controls\":[]},\"beside\":[],"
                                    + "\"comparisons\":[]}') on conflict do nothing")
                    .execute(LEASE, annotator.id(), task)
                    .execute(TAKE_SLOT, task);
            claimed = CompletableFuture.supplyAsync(() -> annotator.next(project));
            other.annotator().heartbeat(other.lease()).statusCode(200);
            other.annotator().next(elsewhere).statusCode(200);
            assertThat(claimed).isNotDone();
            claim.commit();
        }

        claimed.get().statusCode(200).body("id", equalTo((int) task));
        assertThat(database.select("select from lease where annotator = ?", annotator.id())).hasSize(1);
    }

    @Test
    void aLeaseThatIsSubmittedWhileItsPersonGoesElsewhereStaysSubmitted() throws Exception {
        long left = world.project(1);
        long entered = world.project(1);
        Client annotator = world.annotator(left, entered);
        world.tasks(left, 1, LIVE_LEASES_MAX).forEach(annotator::awaitTask);
        annotator.awaitTask(world.task(entered));
        HeldLease oldest = annotator.claim(left, LIVE_LEASES_MAX).get(0);
        CompletableFuture<List<HeldLease>> claimed;

        try (Database.Open submit = database.open()) {
            submit.execute(LOCK, (Object) new Long[]{(long) oldest.task()});
            claimed = CompletableFuture.supplyAsync(() -> annotator.claim(entered, 1));
            database.awaitWaiting("task_slot");
            submit.execute("update lease set state = 'SUBMITTED', annotation_id = 0 where id = ?",
                    Long.valueOf(oldest.id()));
            submit.commit();
        }

        assertThat(claimed.get()).hasSize(1);
        assertThat(database.select("select state from lease where id = ?", Long.valueOf(oldest.id())))
                .containsExactly(List.of("SUBMITTED"));
    }

    @Test
    void aLeaseThatIsExtendedWhileItExpiresStaysLive() throws Exception {
        Holder holder = world.holder();
        Long id = Long.valueOf(holder.lease().id());

        try (Database.Open task = database.open(); Database.Open heartbeat = database.open()) {
            task.execute(LOCK, (Object) new Long[]{(long) holder.lease().task()});
            database.execute("update lease set expires_at = now() - interval '1 minute' where id = ?", id);
            heartbeat.execute("update lease set expires_at = now() + interval '1 hour' where id = ?", id);
            task.commit();
            database.awaitWaiting("EXPIRED");
            heartbeat.commit();
        }

        holder.verdict(Map.of("outcome", "tie")).statusCode(200);
        assertThat(database.select("select state from lease where id = ?", id)).containsExactly(List.of("SUBMITTED"));
    }
}
