package org.prefstream.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.export.PeerStandIns.Peers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What nobody understands is refused by its name: what is missed would not be trained on. */
@QuarkusTest
class UnknownNamesTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @ParameterizedTest
    @CsvSource({"GET,export?tie=both", "GET,export?exportType=CSV&tie=both", "GET,snapshots?tie=1",
            "POST,snapshots?tie=both", "GET,snapshots/1?tie=1", "GET,snapshots/1/export?tie=both",
            "GET,snapshots/1/compare/2?tie=1", "DELETE,snapshots/1?tie=1", "POST,snapshots/purge?tie=1",
            "GET,snapshots/1/files?tie=1", "POST,snapshots/1/files?tie=1", "GET,snapshots/1/files/1?tie=1",
            "DELETE,snapshots/1/files/1?tie=1", "GET,schedules?tie=1", "POST,schedules?tie=1", "GET,schedules/1?tie=1",
            "PATCH,schedules/1?tie=1", "DELETE,schedules/1?tie=1", "POST,schedules/1/run?tie=1"})
    void aParameterThatNobodyKnowsIsNamed(String method, String path) {
        Response refused = exports.request()
                .body(method.equals("GET") || method.equals("DELETE") ? "" : "{\"title\":\"One\"}")
                .request(method, "/api/projects/" + projectId + "/" + path);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(Exports.refusals(refused)).hasSize(1)
                .hasEntrySatisfying("tie", why -> assertThat(why).startsWith("is no parameter that is known here."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"snapshots|{'title':'One','tie':'both'}", "snapshots/purge|{'tie':[1]}",
            "snapshots/1/files|{'target':'disk','tie':'both'}", "schedules|{'tie':'both'}"})
    void aFieldThatNobodyKnowsIsNamed(String path, String body) {
        Response refused = exports.request()
                .body(body.replace('\'', '"'))
                .post("/api/projects/" + projectId + "/" + path);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(Exports.refusals(refused)).containsOnlyKeys("tie");
    }

    @Test
    void allThatAreUnknownAreNamedAtOnceWithThoseThatAreKnown() {
        Response refused = export(Map.of("tie", "both", "min_strenght", "2"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Exports.refusals(refused)).containsOnlyKeys("min_strenght", "tie")
                .allSatisfy((name, why) -> assertThat(why).contains(" ties, min_strength, "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"download_resources", "interpolate_key_frames"})
    void whatLabelStudiosClientsSendIsTaken(String name) {
        assertThat(export(Map.of("exportType", "JSON", "download_all_tasks", "true", name, "true")).statusCode())
                .isEqualTo(200);
    }

    private Response export(Map<String, String> query) {
        return exports.get("/api/projects/" + projectId + "/export", query);
    }
}
