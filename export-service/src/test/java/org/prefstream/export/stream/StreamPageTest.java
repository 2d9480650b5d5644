package org.prefstream.export.stream;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A stream that is asked for piece by piece. */
@QuarkusTest
class StreamPageTest {

    /** More than a piece holds. */
    private static final int MANY = 450;

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void givesEachRecordAsItsTopicHasIt() {
        PreferenceRecord row = row("é \u2028 \uD83C\uDF0A");
        owners.publish(peers, row);
        waitForCopies();

        assertThat(ask("").asString()).startsWith("{\"events\":[{\"event\":\"preference\",\"id\":\"c")
                .contains("\"data\":" + Json.write(row) + "}]");
    }

    @Test
    void givesEverythingPieceByPiece() {
        owners.publish(peers, Stream.generate(() -> row("one of many")).limit(MANY));
        waitForCopies();

        List<String> records = new ArrayList<>();
        JsonNode piece = page("");
        while (!piece.get("caught_up").asBoolean()) {
            piece.get("events").forEach(event -> records.add(event.get("data").get("record_id").asText()));
            piece = page("?from=" + piece.get("next").asText());
        }
        piece.get("events").forEach(event -> records.add(event.get("data").get("record_id").asText()));

        assertThat(records).hasSize(MANY).doesNotHaveDuplicates();
    }

    @Test
    void waitsForTheFirstChange() {
        String here = page("").get("next").asText();
        CompletableFuture<JsonNode> answer = supplyAsync(() -> page("?wait=30&from=" + here));
        PreferenceRecord arriving = row("just now");

        owners.publish(peers, arriving);

        JsonNode events = answer.join().get("events");
        assertThat(events).hasSize(1);
        assertThat(events.get(0).get("data").get("record_id").asText()).isEqualTo(arriving.key());
        assertThat(events.get(0).get("id")).isEqualTo(answer.join().get("next"));
    }

    @Test
    void isEmptyWhereNothingCameInTime() {
        JsonNode nothing = page("?wait=1");

        assertThat(nothing.get("events")).isEmpty();
        assertThat(nothing.get("caught_up").asBoolean()).isTrue();
        assertThat(page("?from=" + nothing.get("next").asText()).get("events")).isEmpty();
    }

    @Test
    void tellsOfWithdrawals() {
        PreferenceRecord withdrawn = row("a mistake");
        owners.publish(peers, withdrawn);
        waitForCopies();
        String here = page("").get("next").asText();

        owners.publish(peers, List.of(new Publication(Topic.PREFERENCES, withdrawn.key(), 7, null)));

        JsonNode event = page("?wait=30&from=" + here).get("events").get(0);
        assertThat(event.get("event").asText()).isEqualTo("withdrawal");
        assertThat(event.get("data").toString())
                .isEqualTo("{\"record_key\":\"%s\",\"revision\":7}".formatted(withdrawn.key()));
    }

    @Test
    void namesWhatCannotBeRead() {
        for (String query : List.of("?wait=-1", "?wait=31", "?wait=soon", "?wait=1.5")) {
            assertThat(ask(query).statusCode()).as(query).isEqualTo(400);
            assertThat(ask(query).asString()).contains("\"field\":\"wait\"", "from 0 to 30");
        }
        assertThat(ask("?from=yesterday").asString()).contains("\"field\":\"from\"");
        given().get("/api/projects/{id}/stream/page", projectId).then().statusCode(401);
    }

    @Test
    void givesItsPlaceBack() {
        for (int i = 0; i < 20; i++) {
            assertThat(ask("").statusCode()).isEqualTo(200);
        }
    }

    private PreferenceRecord row(String chosen) {
        return Records.preference(projectId, Ids.next(), Ids.next(), chosen);
    }

    /** An export waits for all that was published. */
    private void waitForCopies() {
        assertThat(exports.export(projectId, "TRL").statusCode()).isEqualTo(200);
    }

    private JsonNode page(String query) {
        return Json.read(ask(query).asString(), JsonNode.class);
    }

    private Response ask(String query) {
        return given().header("Authorization", "Token " + exports.token())
                .get("/api/projects/" + projectId + "/stream/page" + query);
    }
}
