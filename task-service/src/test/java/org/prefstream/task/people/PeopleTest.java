package org.prefstream.task.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
class PeopleTest {

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void publishesWhoMayDoWhatAndNeverASecret() {
        Api.Someone ann = owner.someone("annotator");
        String token = ann.api().token();

        List<TopicEntry> seen = TestServers.topics().await(Topic.ACCESS, ann.id(), 2);

        AccessRecord state = Json.read(seen.get(1).text(), AccessRecord.class);
        assertThat(state.email()).isEqualTo(ann.email());
        assertThat(state.role()).isEqualTo(Role.ANNOTATOR);
        assertThat(state.tokenHash()).isEqualTo(Hashes.sha256(token));
        assertThat(state.sessions()).hasSize(1);
        assertThat(seen).extracting(TopicEntry::revision).isSorted();
        assertThat(seen).noneMatch(each -> String.valueOf(each.value()).contains(token));
        assertThat(token).matches("[0-9a-f]{40}");
    }

    @Test
    void renewingATokenMakesTheOldOneWorthless() {
        Api.Someone ann = owner.someone("annotator");
        String old = ann.api().token();

        String renewed = ann.api()
                .request()
                .post("/api/current-user/reset-token")
                .then()
                .statusCode(201)
                .extract()
                .path("token");

        assertThat(renewed).isNotEqualTo(old);
        given().header("Authorization", "Token " + old)
                .get("/api/current-user/whoami/")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Invalid token."));
        given().header("Authorization", "Token " + renewed).get("/api/current-user/whoami/").then().statusCode(200);
        given().header("Authorization", "Token " + renewed)
                .get("/api/current-user/token")
                .then()
                .body("token", equalTo(renewed));
    }

    /** As after a restore: the same person, counted anew. */
    @Test
    void aTokenIsNeverMadeAgainThoughItsGenerationIs() throws SQLException {
        Api.Someone ann = owner.someone("annotator");
        String first = ann.api().token();
        int generation = number("select token_generation from account where id = " + ann.id());
        String session = session(ann.email(), Api.PASSWORD);
        String second = renewed(session);
        change("update account set token_generation = " + generation + " where id = " + ann.id());

        String third = renewed(session);

        assertThat(number("select token_generation from account where id = " + ann.id())).isEqualTo(generation + 1);
        assertThat(third).isNotIn(first, second);
    }

    /** A body that creates an account holds a password, and the answer to it must not hold what lets somebody in. */
    @Test
    void whatIsKeptOfARepeatedRequestTellsNoSecret() throws SQLException {
        String key = UUID.randomUUID().toString();
        String email = UUID.randomUUID() + "@prefstream.test";
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, Api.PASSWORD);
        int id = owner.json(body)
                .header("Idempotency-Key", key)
                .post("/api/users")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        owner.json(body)
                .header("Idempotency-Key", key)
                .post("/api/users")
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
        owner.json(Map.of("email", email, "password", "another one"))
                .header("Idempotency-Key", key)
                .post("/api/users")
                .then()
                .statusCode(409);

        String kept = text("select body_mac || ' ' || body from idempotent_answer where key = '" + key + "'");
        String canonical = Fields.of(body).canonical();
        assertThat(kept).matches("[0-9a-f]{64} .*")
                .doesNotContain(Hashes.sha256(canonical), Api.PASSWORD, Api.tokenOf(email, Api.PASSWORD));
    }

    @Test
    void aRevokedTokenIsGoneUntilANewOneIsMade() {
        Api.Someone ann = owner.someone("annotator");
        ann.api().request().delete("/api/current-user/token").then().statusCode(204);

        ann.api().get("/api/current-user/whoami").statusCode(401);
        String session = session(ann.email(), Api.PASSWORD);
        given().cookie("sessionid", session)
                .get("/api/current-user/token")
                .then()
                .statusCode(404)
                .body("detail", containsString("reset-token"));
    }

    @Test
    void tellsWhoIsAskingAsLabelStudioDoes() {
        Api.Someone ann = owner.someone("manager");

        ann.api()
                .get("/api/current-user/whoami")
                .statusCode(200)
                .body("id", equalTo(ann.id()))
                .body("email", equalTo(ann.email()))
                .body("role", equalTo("manager"))
                .body("initials", equalTo(ann.email().substring(0, 2)))
                .body("permissions", hasItem("projects.create"))
                .body("active_organization", equalTo(1))
                .body("custom_hotkeys", equalTo(Map.of()));
        given().get("/api/current-user/whoami")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Token")
                .body("detail", equalTo("Authentication credentials were not provided."));
    }

    @Test
    void refusesASecondAccountForAnAddress() {
        Api.Someone ann = owner.someone("annotator");

        owner.json(Map.of("email", ann.email().toUpperCase(java.util.Locale.ROOT), "username", "x"))
                .post("/api/users/")
                .then()
                .statusCode(400)
                .body("validation_errors.email", contains("user with this email address already exists."));
    }

    @Test
    void onlyAnOwnerMakesAccounts() {
        Map<String, String> account = Map.of("email", UUID.randomUUID() + "@prefstream.test");

        owner.someone("manager").api().json(account).post("/api/users").then().statusCode(403);
        owner.json(Map.of("email", "nobody", "role", "annotator"))
                .post("/api/users")
                .then()
                .statusCode(400)
                .body("validation_errors.email", contains("Enter a valid email address."));
        owner.json(Map.of("email", "a@b", "role", "king"))
                .post("/api/users")
                .then()
                .statusCode(400)
                .body("validation_errors.role[0]", containsString("king"));
        owner.json(Map.of("email", "a@b", "password", "short"))
                .post("/api/users")
                .then()
                .statusCode(400)
                .body("validation_errors.password[0]", containsString("8"));
    }

    @Test
    void aDeactivatedOrDeletedPersonIsShutOutAtOnce() {
        Api.Someone ann = owner.someone("annotator");
        ann.api().get("/api/current-user/whoami").statusCode(200);

        owner.json(Map.of("active", false, "first_name", "Ann"))
                .patch("/api/users/" + ann.id() + "/")
                .then()
                .statusCode(200)
                .body("first_name", equalTo("Ann"))
                .body("active", equalTo(false));
        ann.api().get("/api/current-user/whoami").statusCode(401);
        owner.request().delete("/api/users/" + ann.id()).then().statusCode(204);

        owner.get("/api/users/" + ann.id()).statusCode(404);
        List<TopicEntry> seen = TestServers.topics().await(Topic.ACCESS, ann.id(), 4);
        assertThat(seen.get(3).value()).isNull();
        assertThat(seen.get(3).revision()).isGreaterThan(seen.get(2).revision());
    }

    @Test
    void logsABrowserInAndOut() {
        Api.Someone ann = owner.someone("annotator");

        Response login = given().redirects()
                .follow(false)
                .formParam("email", ann.email())
                .formParam("password", Api.PASSWORD)
                .header("X-Forwarded-Proto", "https")
                .post("/user/login/");
        login.then().statusCode(302).header("Location", "/");
        assertThat(login.header("Set-Cookie")).contains("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Lax")
                .contains("Path=/");
        String session = login.cookie("sessionid");
        assertThat(session).matches("[0-9a-f]{64}");

        given().cookie("sessionid", session).get("/api/current-user/whoami").then().statusCode(200);
        given().cookie("sessionid", session).post("/user/logout").then().statusCode(204);
        given().cookie("sessionid", session).get("/api/current-user/whoami").then().statusCode(401);
    }

    @Test
    void refusesAWrongPasswordInTheFormThatWasAskedFor() {
        Api.Someone ann = owner.someone("annotator");

        given().redirects()
                .follow(false)
                .formParam("email", ann.email())
                .formParam("password", "wrong")
                .accept("text/html")
                .post("/user/login")
                .then()
                .statusCode(302)
                .header("Location", "/user/login?error=1")
                .header("Set-Cookie", equalTo(null));
        given().header("Accept", "application/json")
                .formParam("email", ann.email())
                .formParam("password", "wrong")
                .post("/user/login")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("title", equalTo("Not logged in"));
        given().header("Accept", "application/json")
                .formParam("email", ann.email())
                .post("/user/login")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("password"));
    }

    @Test
    void annotatorsSeeOnlyProjectsThatTheyAreMembersOf() {
        Api.Someone ann = owner.someone("annotator");
        int project = owner.project();
        ann.api()
                .get("/api/projects/" + project)
                .statusCode(404)
                .body("detail", equalTo("No Project matches the given query."));

        owner.json(Map.of("user", ann.id()))
                .post("/api/projects/" + project + "/members")
                .then()
                .statusCode(201)
                .body("user", equalTo(ann.id()));

        ann.api().get("/api/projects/" + project).statusCode(200);
        owner.get("/api/projects/" + project).body("member_number", equalTo(1));
        owner.get("/api/projects?ids=" + project).body("results.member_number", contains(1));
        ann.api().get("/api/projects").statusCode(200).body("count", equalTo(1)).body("results.id", contains(project));
        owner.get("/api/projects/" + project + "/members/").statusCode(200).body("user", contains(ann.id()));
        List<TopicEntry> seen = TestServers.topics().await(Topic.ACCESS, ann.id(), 3);
        assertThat(Json.read(seen.get(2).text(), AccessRecord.class).projectIds()).containsExactly((long) project);

        owner.request().delete("/api/projects/" + project + "/members/" + ann.id()).then().statusCode(204);
        ann.api().get("/api/projects").statusCode(200).body("results", empty());
        owner.get("/api/projects?ids=" + project).body("results.member_number", contains(0));
    }

    @Test
    void thereIsAlwaysAnOwnerLeft() {
        int me = owner.get("/api/current-user/whoami").extract().path("id");

        owner.json(Map.of("role", "annotator"))
                .patch("/api/users/" + me)
                .then()
                .statusCode(400)
                .body("validation_errors.role[0]", containsString("last active owner"));
        owner.json(Map.of("active", false))
                .patch("/api/users/" + me)
                .then()
                .statusCode(400)
                .body("validation_errors.active[0]", containsString("last active owner"));
        owner.request().delete("/api/users/" + me).then().statusCode(400);
        owner.get("/api/users").statusCode(200).body("id", hasItem(me)).body("role", not(empty()));
    }

    private static String session(String email, String password) {
        return given().redirects()
                .follow(false)
                .formParam("email", email)
                .formParam("password", password)
                .post("/user/login")
                .then()
                .statusCode(302)
                .extract()
                .cookie("sessionid");
    }

    private static String renewed(String session) {
        return given().cookie("sessionid", session)
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/current-user/reset-token")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement change = connection.createStatement()) {
            change.execute(sql);
        }
    }
}
