package org.prefstream.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Change;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Who is believed while changes of access do not arrive. */
@QuarkusTest
@TestProfile(LateAccessTest.Impatient.class)
class LateAccessTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ME = "/api/tasks/kit/me";

    /** Short, so that nobody waits long. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prefstream.access.fresh-for", "2s", "prefstream.access.trusted-for", "15s");
        }
    }

    @Inject
    KitPorts ports;

    @Inject
    AccessCopy copy;

    @Inject
    AccessFreshness freshness;

    @Inject
    Directory directory;

    @Inject
    PublishedAccess published;

    @Inject
    KitDatabase database;

    @Inject
    TopicNames names;

    private final long id = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    private final String secret = UUID.randomUUID().toString();
    private final AccessRecord person = new AccessRecord(id, id + "@example.org", "Jo", "Doe", Role.ANNOTATOR, true, 1,
            Hashes.sha256(secret), List.of(), List.of());

    @BeforeEach
    void somebodyIsKnown() {
        directory.add(Hashes.sha256(secret), person);
        copy.take(new Change<>(Long.toString(id), 1, person)).await().atMost(SOON);
        await().atMost(SOON).until(() -> freshness.isFresh());
        assertThat(status()).isEqualTo(200);
    }

    @AfterEach
    void everybodyIsWell() {
        published.waits(false);
        directory.beSilent(false);
    }

    @Test
    void aTokenThatWasRevokedIsRefusedThoughTheChangeDoesNotArrive() {
        published.waits(true);
        directory.remove(Hashes.sha256(secret));

        await().atMost(SOON).until(() -> status() == 401);
    }

    @Test
    void aTokenThatStillWorksGoesOnWorking() {
        published.waits(true);
        await().atMost(SOON).until(() -> !freshness.isFresh());

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(status()).isEqualTo(200);
            assertThat(directory.questionsAbout(Hashes.sha256(secret))).isPositive();
        });
    }

    @Test
    void aCopyInDoubtIsNotFreshSoItsOwnerIsAsked() {
        String topic = names.onBroker(Topic.ACCESS);
        database.execute("insert into copy_in_doubt (topic) values (?)", topic);
        try {
            await().atMost(SOON).until(() -> !freshness.isFresh());
            directory.remove(Hashes.sha256(secret));
            await().atMost(SOON).until(() -> status() == 401);
        } finally {
            database.execute("delete from copy_in_doubt where topic = ?", topic);
        }
        await().atMost(SOON).until(() -> freshness.isFresh());
    }

    @Test
    void ifTheOwnerIsAwayTooTheCopyIsBelievedForAWhileAndThenNobodyIs() {
        published.waits(true);
        directory.beSilent(true);
        await().atMost(SOON).until(() -> !freshness.isFresh());

        assertThat(status()).isEqualTo(200);
        await().atMost(SOON).until(() -> status() == 503);

        published.waits(false);
        await().atMost(SOON).until(() -> status() == 200);
    }

    private int status() {
        return new KitHttp(ports.first()).get(ME, "Authorization", "Token " + secret).statusCode();
    }
}
