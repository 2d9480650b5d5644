package org.prefstream.task.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What people change of their own accounts. */
@QuarkusTest
class OwnAccountTest {

    private static final String NEXT = "quite another one";

    private final Api owner = Api.owner();
    private Api.Someone ann;

    @BeforeEach
    void makeAnn() {
        ann = owner.someone("annotator");
    }

    @Test
    void aNewPasswordWorksAtOnceAndTheOldOneNoMore() {
        String session = session(Api.PASSWORD);

        change(session, Api.PASSWORD, NEXT).statusCode(204);

        login(Api.PASSWORD).statusCode(401);
        login(NEXT).statusCode(204);
    }

    @Test
    void theBrowserThatAskedStaysLoggedInAndAllOthersDoNot() {
        String here = session(Api.PASSWORD);
        String there = session(Api.PASSWORD);

        change(here, Api.PASSWORD, NEXT).statusCode(204);

        whoAmI(here).statusCode(200).body("email", equalTo(ann.email()));
        whoAmI(there).statusCode(401);
        List<TopicEntry> seen = TestServers.topics().await(Topic.ACCESS, ann.id(), 4);
        assertThat(Json.read(seen.get(3).text(), AccessRecord.class).sessions()).extracting(AccessRecord.Session::hash)
                .containsExactly(Hashes.sha256(here));
    }

    @Test
    void aProgramChangesThePasswordAndEndsEverySessionButKeepsItsToken() {
        String session = session(Api.PASSWORD);

        ann.api()
                .json(Map.of("current_password", Api.PASSWORD, "password", NEXT))
                .post("/api/current-user/password")
                .then()
                .statusCode(204);

        whoAmI(session).statusCode(401);
        ann.api().get("/api/current-user/whoami").statusCode(200);
    }

    @Test
    void nobodyChangesAPasswordWhoDoesNotKnowIt() {
        String session = session(Api.PASSWORD);
        String other = session(Api.PASSWORD);

        change(session, "guessed wrong", NEXT).statusCode(400)
                .body("validation_errors.current_password[0]", equalTo("This is not your present password."));

        login(NEXT).statusCode(401);
        login(Api.PASSWORD).statusCode(204);
        whoAmI(other).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"short,at least 8 characters", Api.PASSWORD + ",differ from the present", "'',required",
            "ééééééééééééééééééééééééééééééééééééé,at most 72 bytes"})
    void aWeakPasswordIsRefusedWithWhatWouldBeRight(String weak, String why) {
        String session = session(Api.PASSWORD);

        change(session, Api.PASSWORD, weak).statusCode(400).body("validation_errors.password[0]", containsString(why));

        login(Api.PASSWORD).statusCode(204);
    }

    @Test
    void bothPasswordsAreNeeded() {
        ann.api()
                .json(Map.of("password", NEXT))
                .post("/api/current-user/password")
                .then()
                .statusCode(400)
                .body("validation_errors.current_password[0]", equalTo("This field is required."));
        given().contentType(ContentType.JSON)
                .body(Map.of("current_password", Api.PASSWORD, "password", NEXT))
                .post("/api/current-user/password")
                .then()
                .statusCode(401);
    }

    /** Six attempts at once: three are free, and the fourth waits behind them for 250 ms, those after it longer. */
    @Test
    void guessesAreSlowedAsThoseToLogInAre() {
        String session = session(Api.PASSWORD);
        long begin = System.nanoTime();

        for (int i = 0; i < 6; i++) {
            change(session, "guess number " + i, NEXT).statusCode(400);
        }

        assertThat(System.nanoTime() - begin).isGreaterThan(1_500_000_000L);
        change(session, Api.PASSWORD, NEXT).statusCode(204);
    }

    @Test
    void whoeverIsDeactivatedChangesNothingAnyMore() {
        String session = session(Api.PASSWORD);
        ann.api().get("/api/current-user/whoami").statusCode(200);
        owner.json(Map.of("active", false)).patch("/api/users/" + ann.id()).then().statusCode(200);

        change(session, Api.PASSWORD, NEXT).statusCode(401);
        ann.api().json(Map.of("first_name", "Ann")).patch("/api/users/" + ann.id()).then().statusCode(401);

        owner.json(Map.of("active", true)).patch("/api/users/" + ann.id()).then().statusCode(200);
        login(NEXT).statusCode(401);
        login(Api.PASSWORD).statusCode(204);
    }

    @Test
    void theOwnPasswordIsNotChangedPastTheQuestionForThePresentOne() {
        ann.api()
                .json(Map.of("password", NEXT))
                .patch("/api/users/" + ann.id())
                .then()
                .statusCode(400)
                .body("validation_errors.password[0]", containsString("/api/current-user/password"));
        int me = owner.get("/api/current-user/whoami").extract().path("id");
        owner.json(Map.of("password", NEXT)).patch("/api/users/" + me).then().statusCode(400);

        owner.json(Map.of("password", NEXT)).patch("/api/users/" + ann.id()).then().statusCode(200);
        login(NEXT).statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "Robert'); drop table account;--", "\u202eNNA", "A\u200dn",
            "😀😀", "  ", ""})
    void aNameIsKeptAsItWasWritten(String name) {
        ann.api()
                .json(Map.of("first_name", name, "last_name", "Lee"))
                .patch("/api/users/" + ann.id())
                .then()
                .statusCode(200)
                .body("first_name", equalTo(name));

        ann.api().get("/api/current-user/whoami").body("first_name", equalTo(name)).body("last_name", equalTo("Lee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud800\"", "7", "[\"Ann\"]"})
    void aNameThatCannotBeStoredIsRefused(String name) {
        refusesName(name);
        refusesName('"' + "a".repeat(257) + '"');
    }

    private void refusesName(String json) {
        ann.api()
                .json("{\"first_name\":" + json + "}")
                .patch("/api/users/" + ann.id())
                .then()
                .statusCode(400)
                .body(containsString("first_name"));
    }

    @Test
    void eachNewTokenIsAnotherOne() {
        Set<String> made = new HashSet<>(Set.of(ann.api().token()));
        String session = session(Api.PASSWORD);

        for (int i = 0; i < 3; i++) {
            made.add(browser(session).post("/api/current-user/reset-token").then().extract().path("token"));
        }

        assertThat(made).hasSize(4);
        ann.api().get("/api/current-user/whoami").statusCode(401);
    }

    private ValidatableResponse change(String session, String present, String next) {
        return browser(session).contentType(ContentType.JSON)
                .body(Map.of("current_password", present, "password", next))
                .post("/api/current-user/password")
                .then();
    }

    private static ValidatableResponse whoAmI(String session) {
        return browser(session).get("/api/current-user/whoami").then();
    }

    private static RequestSpecification browser(String session) {
        return given().cookie("sessionid", session).header("Sec-Fetch-Site", "same-origin");
    }

    private String session(String password) {
        return login(password).statusCode(204).extract().cookie("sessionid");
    }

    private ValidatableResponse login(String password) {
        return given().accept(ContentType.JSON)
                .formParam("email", ann.email())
                .formParam("password", password)
                .post("/user/login")
                .then();
    }
}
