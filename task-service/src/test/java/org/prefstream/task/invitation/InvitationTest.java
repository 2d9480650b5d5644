package org.prefstream.task.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class InvitationTest {

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    private record Link(int id, String secret) {
    }

    @Test
    void aStrangerSeesWhoInvitesToWhatMakesAnAccountAndIsLoggedIn() {
        int project = owner.project(Map.of("title", "<b>Résumé</b> \u202e", "label_config", Api.CONFIG));
        Link link = invite(owner, Map.of("role", "annotator", "projects", List.of(project)));
        String email = address();

        look(link.secret()).statusCode(200)
                .body("role", equalTo("annotator"))
                .body("projects", equalTo(List.of("<b>Résumé</b> \u202e")))
                .body("invited_by", equalTo(Api.OWNER));
        Response accepted = accept(link.secret(), email);

        accepted.then().statusCode(201).body("role", equalTo("annotator")).body("projects.id", hasItem(project));
        assertThat(accepted.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        given().cookie("sessionid", accepted.cookie("sessionid"))
                .get("/api/projects")
                .then()
                .statusCode(200)
                .body("results.id", equalTo(List.of(project)));
        AccessRecord published = TestServers.topics()
                .await(Topic.ACCESS, accepted.<Integer>path("user"), 3)
                .stream()
                .map(entry -> Json.read(entry.text(), AccessRecord.class))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(published.projectIds()).containsExactly((long) project);
        assertThat(Api.tokenOf(email, Api.PASSWORD)).isNotEmpty();
    }

    @Test
    void theSecretIsShownOnceAndKeptAsAHash() throws SQLException {
        Link link = invite(owner, Map.of("role", "manager"));

        assertThat(link.secret()).matches("[0-9a-f]{64}");
        assertThat(owner.get("/api/invitations").statusCode(200).extract().asString()).doesNotContain(link.secret())
                .contains("\"id\":" + link.id());
        assertThat(text("select secret_hash from invitation where id = " + link.id()))
                .isEqualTo(Hashes.sha256(link.secret()));
    }

    @Test
    void oneLinkIsForOnePerson() {
        Link link = invite(owner, Map.of("role", "annotator"));
        accept(link.secret(), address()).then().statusCode(201);

        look(link.secret()).statusCode(410).body("detail", containsString("used already"));
        accept(link.secret(), address()).then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", containsString("invitation-ended"));
        assertThat(state(link)).isEqualTo("used");
    }

    @Test
    void ofThoseWhoRaceForTheLastUsesEachUseLetsOneIn() throws SQLException {
        Link link = invite(owner, Map.of("role", "annotator", "uses", 2));

        List<CompletableFuture<Integer>> racing = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> accept(link.secret(), address()).statusCode()))
                .toList();

        List<Integer> answers = racing.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(answers).containsExactly(201, 201, 410, 410, 410);
        assertThat(text("select count(*) from invitation_use where invitation_id = " + link.id())).isEqualTo("2");
    }

    @Test
    void anExpiredRevokedOrUnknownLinkLetsNobodyIn() throws SQLException {
        Link expired = invite(owner, Map.of("role", "annotator", "expires_in_days", 1));
        change("update invitation set expires_at = now() - interval '1 second' where id = " + expired.id());
        Link revoked = invite(owner, Map.of("role", "annotator"));
        owner.request().delete("/api/invitations/" + revoked.id()).then().statusCode(204);

        accept(expired.secret(), address()).then().statusCode(410).body("detail", containsString("expired"));
        accept(revoked.secret(), address()).then().statusCode(410).body("detail", containsString("withdrawn"));
        accept(Hashes.sha256(revoked.secret()), address()).then()
                .statusCode(404)
                .body("detail", containsString("copied whole"));
        assertThat(state(expired)).isEqualTo("expired");
        assertThat(state(revoked)).isEqualTo("revoked");
    }

    @Test
    void whatARefusedPersonSentIsNotHalfStored() throws SQLException {
        Api.Someone ann = owner.someone("annotator");
        Link link = invite(owner, Map.of("role", "annotator"));
        String email = address();

        accept(link.secret(), ann.email()).then()
                .statusCode(400)
                .body("violations[0].field", equalTo("email"))
                .body("violations[0].message", containsString("Log in"));
        accept(link.secret(), email, "short").then().statusCode(400).body("violations[0].field", equalTo("password"));
        accept(link.secret(), "nobody").then().statusCode(400).body("violations[0].field", equalTo("email"));

        assertThat(state(link)).isEqualTo("open");
        assertThat(text("select count(*) from account where email = '" + email + "'")).isEqualTo("0");
        accept(link.secret(), email).then().statusCode(201);
    }

    @Test
    void nobodyChoosesARoleOfTheirOwn() {
        Link link = invite(owner, Map.of("role", "annotator"));

        given().contentType(ContentType.JSON)
                .body(Map.of("secret", link.secret(), "email", address(), "password", Api.PASSWORD, "role", "owner"))
                .post("/api/invitations/accept")
                .then()
                .statusCode(201)
                .body("role", equalTo("annotator"));
    }

    @Test
    void anInvitationForOneAddressIsForNoOther() {
        String email = address();
        Link link = invite(owner, Map.of("role", "annotator", "email", email));

        accept(link.secret(), address()).then().statusCode(400).body("violations[0].field", equalTo("email"));
        accept(link.secret(), email.toUpperCase(java.util.Locale.ROOT)).then().statusCode(201);
    }

    @Test
    void somebodyWhoIsLoggedInJoinsWithTheirOwnAccountAndLosesNoRole() {
        Api.Someone ann = owner.someone("annotator");
        Api.Someone bob = owner.someone("manager");
        int project = owner.project();
        Link link = invite(owner, Map.of("role", "annotator", "projects", List.of(project), "uses", 3));
        Link raising = invite(owner, Map.of("role", "manager"));

        join(ann, link).statusCode(200).body("user", equalTo(ann.id())).body("role", equalTo("annotator"));
        join(bob, link).statusCode(200).body("role", equalTo("manager"));
        join(ann, link).statusCode(400).body("violations[0].message", containsString("already"));
        ann.api().get("/api/projects/" + project).statusCode(200);
        join(ann, raising).statusCode(200).body("role", equalTo("manager"));
        ann.api().get("/api/users").statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("secret", link.secret()))
                .post("/api/invitations/join")
                .then()
                .statusCode(401);
    }

    @Test
    void managersInviteAnnotatorsIntoProjectsAndNobodyElse() {
        Api manager = owner.someone("manager").api();
        Api annotator = owner.someone("annotator").api();
        int project = owner.project();
        Link ofOwner = invite(owner, Map.of("role", "owner"));

        Link link = invite(manager, Map.of("role", "annotator", "projects", List.of(project)));
        manager.json(Map.of("role", "annotator")).post("/api/invitations").then().statusCode(403);
        for (String role : List.of("manager", "owner")) {
            manager.json(Map.of("role", role, "projects", List.of(project)))
                    .post("/api/invitations")
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("owner"));
        }
        manager.get("/api/invitations").body("id", hasItem(link.id())).body("id", not(hasItem(ofOwner.id())));
        manager.request().delete("/api/invitations/" + ofOwner.id()).then().statusCode(404);
        annotator.json(Map.of("role", "annotator")).post("/api/invitations").then().statusCode(403);
        annotator.get("/api/invitations").statusCode(403);
        annotator.request().delete("/api/invitations/" + link.id()).then().statusCode(403);
        given().get("/api/invitations").then().statusCode(401);
    }

    @Test
    void whatSomebodyOfferedWhoWasDeactivatedOrDemotedIsWorthNothing() {
        Api.Someone gone = owner.someone("owner");
        Api.Someone demoted = owner.someone("owner");
        Link ofGone = invite(gone.api(), Map.of("role", "owner"));
        Link ofDemoted = invite(demoted.api(), Map.of("role", "owner"));

        owner.json(Map.of("active", false)).patch("/api/users/" + gone.id()).then().statusCode(200);
        owner.json(Map.of("role", "manager")).patch("/api/users/" + demoted.id()).then().statusCode(200);

        Stream.of(ofGone, ofDemoted)
                .forEach(link -> accept(link.secret(), address()).then()
                        .statusCode(410)
                        .body("detail", containsString("may invite no more")));
    }

    @Test
    void aDeletedProjectIsLeftOutAndTheOthersAreJoined() {
        int gone = owner.project();
        int there = owner.project();
        Link link = invite(owner, Map.of("role", "annotator", "projects", List.of(gone, there)));
        owner.request().delete("/api/projects/" + gone).then().statusCode(204);

        accept(link.secret(), address()).then().statusCode(201).body("projects.id", equalTo(List.of(there)));
    }

    @Test
    void refusesTermsAndNamesTheField() {
        refused("role", Map.of());
        refused("role", Map.of("role", "king"));
        refused("expires_in_days", Map.of("role", "annotator", "expires_in_days", 31));
        refused("expires_in_days", Map.of("role", "annotator", "expires_in_days", 0));
        refused("uses", Map.of("role", "annotator", "uses", 101));
        refused("uses", Map.of("role", "annotator", "uses", 2, "email", address()));
        refused("email", Map.of("role", "annotator", "email", "no address"));
        refused("projects", Map.of("role", "annotator", "projects", "1"));
        refused("projects", Map.of("role", "annotator", "projects", List.of("x")));
        refused("projects", Map.of("role", "annotator", "projects", List.of(Integer.MAX_VALUE)));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/invitations/look")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("secret")));
    }

    /** From a place of its own, so that no other test waits. */
    @Test
    void guessingIsSlowedAndRefusedInTheEnd() {
        List<CompletableFuture<Integer>> guesses = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> given().header("X-Forwarded-For", "198.51.100.77")
                        .contentType(ContentType.JSON)
                        .body(Map.of("secret", "guess " + i))
                        .post("/api/invitations/look")
                        .statusCode()))
                .toList();

        List<Integer> answers = guesses.stream().map(CompletableFuture::join).toList();
        assertThat(answers).contains(404, 429).containsOnly(404, 429);
    }

    @Test
    void listsTheNewestFirst() {
        Link first = invite(owner, Map.of("role", "annotator"));
        Link second = invite(owner, Map.of("role", "annotator"));

        List<Integer> ids = owner.get("/api/invitations")
                .body("url.findAll { it != null }", hasSize(0))
                .extract()
                .path("id");
        assertThat(ids.indexOf(second.id())).isLessThan(ids.indexOf(first.id()));
    }

    private void refused(String field, Map<String, ?> terms) {
        owner.json(terms)
                .post("/api/invitations")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of(field)));
    }

    private static Link invite(Api by, Map<String, ?> terms) {
        Response made = by.json(new HashMap<>(terms)).post("/api/invitations");
        made.then().statusCode(201).header("Cache-Control", containsString("no-store"));
        URI url = URI.create(made.path("url"));
        assertThat(url.getPath()).isEqualTo("/invitations");
        return new Link(made.path("id"), url.getFragment());
    }

    private static ValidatableResponse look(String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("secret", secret))
                .post("/api/invitations/look")
                .then();
    }

    private static Response accept(String secret, String email) {
        return accept(secret, email, Api.PASSWORD);
    }

    private static Response accept(String secret, String email, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("secret", secret, "email", email, "password", password, "first_name", "Ann", "last_name",
                        "<script>"))
                .post("/api/invitations/accept");
    }

    private static ValidatableResponse join(Api.Someone someone, Link link) {
        return someone.api().json(Map.of("secret", link.secret())).post("/api/invitations/join").then();
    }

    private String state(Link link) {
        return owner.get("/api/invitations").extract().path("find { it.id == " + link.id() + " }.state");
    }

    private static String address() {
        return UUID.randomUUID() + "@prefstream.test";
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
