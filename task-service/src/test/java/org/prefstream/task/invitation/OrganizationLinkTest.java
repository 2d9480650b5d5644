package org.prefstream.task.invitation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.testing.Api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

@QuarkusTest
class OrganizationLinkTest {

    @Inject
    DataSource dataSource;

    private final Api owner = Api.owner();

    @Test
    void theLinkIsShownAgainAndLetsAnnotatorsIn() {
        Response shown = owner.request().get("/api/invite");
        shown.then().statusCode(200).header("Cache-Control", containsString("no-store"));
        String token = shown.path("token");
        assertThat(token).matches("[0-9a-f]{40}");
        assertThat(shown.<String>path("invite_url")).isEqualTo("/invitations#" + token);

        owner.get("/api/invite/").statusCode(200).body("token", equalTo(token));
        accept(token).then().statusCode(201).body("role", equalTo("annotator")).body("projects", hasSize(0));
        accept(token).then().statusCode(201);
        owner.get("/api/invite").body("token", equalTo(token));
    }

    @Test
    void aNewLinkEndsTheFormerOne() {
        String former = token();
        Response renewed = owner.request().post("/api/invite/reset-token");
        renewed.then().statusCode(201).header("Cache-Control", containsString("no-store"));

        assertThat(renewed.<String>path("token")).isNotEqualTo(former).isEqualTo(token());
        accept(former).then().statusCode(410).body("detail", containsString("withdrawn"));
        accept(renewed.path("token")).then().statusCode(201);
    }

    @Test
    void aLinkThatHasEndedIsFollowedByANewOne() throws SQLException {
        String expired = token();
        change("update invitation set expires_at = now() - interval '1 second' where secret_hash = '"
                + Hashes.sha256(expired) + "'");
        String used = token();
        change("update invitation set used = uses where secret_hash = '" + Hashes.sha256(used) + "'");
        String revoked = token();
        int id = owner.get("/api/invitations").extract().path("[0].id");
        owner.request().delete("/api/invitations/" + id).then().statusCode(204);

        String open = token();
        assertThat(List.of(expired, used, revoked, open)).doesNotHaveDuplicates();
        assertThat(IntStream.of(accept(expired).statusCode(), accept(used).statusCode(), accept(revoked).statusCode()))
                .containsOnly(410);
        accept(open).then().statusCode(201);
    }

    @Test
    void aLinkOfSomebodyWhoMayInviteNoMoreIsFollowedByANewOne() {
        Api.Someone other = owner.someone("owner");
        String former = other.api().json(Map.of()).post("/api/invite/reset-token").path("token");
        owner.json(Map.of("active", false)).patch("/api/users/" + other.id()).then().statusCode(200);

        assertThat(token()).isNotEqualTo(former);
        accept(former).then().statusCode(410);
    }

    @Test
    void whoeverAsksAtTheSameTimeIsShownTheSameLink() throws SQLException {
        change("update organization_link set salt = ''");
        List<CompletableFuture<String>> asking = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(this::token))
                .toList();

        assertThat(asking.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void isListedWithTheOtherInvitationsAndEndsInThirtyDays() {
        owner.request().post("/api/invite/reset-token").then().statusCode(201);

        owner.get("/api/invitations")
                .body("[0].role", equalTo("annotator"))
                .body("[0].projects", hasSize(0))
                .body("[0].uses", equalTo(100))
                .body("[0].state", equalTo("open"))
                .body("[0].created_by.email", equalTo(Api.OWNER));
    }

    @Test
    void onlyOwnersHaveIt() {
        for (String role : List.of("manager", "annotator")) {
            Api other = owner.someone(role).api();
            other.get("/api/invite").statusCode(403);
            other.request().post("/api/invite/reset-token").then().statusCode(403);
        }
        given().get("/api/invite").then().statusCode(401);
        given().post("/api/invite/reset-token").then().statusCode(401);
    }

    private String token() {
        return owner.get("/api/invite").statusCode(200).extract().path("token");
    }

    private static Response accept(String secret) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("secret", secret, "email", UUID.randomUUID() + "@prefstream.test", "password",
                        Api.PASSWORD))
                .post("/api/invitations/accept");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement change = connection.createStatement()) {
            change.execute(sql);
        }
    }
}
