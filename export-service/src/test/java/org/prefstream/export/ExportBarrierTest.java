package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.export.PeerStandIn.Answer;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(ExportBarrierTest.Impatient.class)
class ExportBarrierTest {

    /** Three seconds, so that what lags need not be waited for longer. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("prefstream.barrier.patience", "3s");
        }
    }

    @Inject
    Owners owners;

    @Inject
    TopicNames names;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @AfterEach
    void everybodyIsWell() {
        peers.task().isWell();
        peers.annotation().isWell();
    }

    @Test
    void annotationServiceIsAskedToReachWhatTaskServiceNamed() {
        exports.export(projectId, "JSON");

        Map<String, Object> toTask = last(peers.task());
        Map<String, Object> toAnnotation = last(peers.annotation());
        assertThat(toTask).containsEntry("target", Map.of());
        assertThat(toAnnotation).extractingByKey("target").asString().contains(names.onBroker(Topic.PROJECTS));
        assertThat(toTask).containsEntry("projects", List.of((int) projectId));
        assertThat(toAnnotation).containsEntry("projects", List.of((int) projectId));
        assertThat((Integer) toAnnotation.get("deadline_ms")).isBetween(1, (Integer) toTask.get("deadline_ms"));
    }

    @Test
    void saysThatAPeerLagsInThePeersWords() {
        peers.annotation().answersTheBarrierBy(() -> new Answer(503, "{\"detail\":\"17 recorded changes wait\"}"));

        Response answer = exports.export(projectId, "JSON");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("detail")).isEqualTo("annotation-service: 17 recorded changes wait");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void saysThatAPeerIsSilent() {
        CountDownLatch over = new CountDownLatch(1);
        peers.task().answersTheBarrierBy(() -> {
            awaitQuietly(over);
            return peers.task().howFar();
        });

        Response answer = exports.export(projectId, "JSON");
        over.countDown();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("detail")).contains("task service is not answering");
    }

    @Test
    void saysWhatItsOwnCopyHasNotApplied() {
        String topic = names.onBroker(Topic.PREFERENCES);
        peers.annotation()
                .answersTheBarrierBy(
                        () -> new Answer(200, Json.write(new Positions(Map.of(topic, Map.of(0, 1_000_000L))))));

        Response answer = exports.export(projectId, "JSON");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("detail")).contains("not yet applied").contains(topic);
    }

    @Test
    void topicsThatItDoesNotReadDoNotHoldItUp() {
        peers.task()
                .answersTheBarrierBy(() -> new Answer(200,
                        Json.write(new Positions(Map.of(names.onBroker(Topic.IMPORTS), Map.of(0, 1_000_000L))))));

        assertThat(exports.export(projectId, "JSON").statusCode()).isEqualTo(200);
    }

    @Test
    void exportsThatArriveTogetherShareARound() {
        int before = peers.task().barrierQuestions.size();
        CountDownLatch first = new CountDownLatch(1);
        peers.task().answersTheBarrierBy(() -> {
            awaitQuietly(first);
            return peers.task().howFar();
        });

        List<CompletableFuture<Response>> asked = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> exports.export(projectId, "JSON")))
                .toList();
        first.countDown();

        assertThat(asked).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(peers.task().barrierQuestions.size() - before).isBetween(1, 7);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> last(PeerStandIn peer) {
        return peer.barrierQuestions.get(peer.barrierQuestions.size() - 1);
    }
}
