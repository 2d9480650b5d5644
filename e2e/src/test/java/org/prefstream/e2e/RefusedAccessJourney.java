package org.prefstream.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.prefstream.e2e.support.Answer;
import org.prefstream.e2e.support.ApiClient;
import org.prefstream.e2e.support.Connection;
import org.prefstream.e2e.support.Person;
import org.prefstream.e2e.support.Project;
import org.prefstream.e2e.support.RunningSystem;
import org.prefstream.e2e.support.SharedSystem;

/** Journey 8, exports and log-in: who may not, and what is not there. */
@Order(8)
@ExtendWith(SharedSystem.class)
class RefusedAccessJourney {

    final RunningSystem system;
    final Connection connection;
    final ApiClient nobody;

    RefusedAccessJourney(RunningSystem system) {
        this.system = system;
        connection = system.connection();
        nobody = ApiClient.anonymous(connection.url());
    }

    @TestFactory
    Stream<DynamicTest> exports() {
        Project project = Project.create(system, "Refused exports", 1);
        Person stranger = Person.annotator(system);
        String export = project.path("/export?exportType=");
        return Refusal.tests(Stream.of(
                Refusal.of("an unknown type", () -> project.owner().get(export + "PDF"), 400, "PDF", "JSON_MIN", "TRL"),
                Refusal.of("an unknown project",
                        () -> project.owner().get("/api/projects/99999999/export?exportType=JSON"), 404),
                Refusal.of("nobody", () -> nobody.get(export + "JSON"), 401, "credentials were not provided"),
                Refusal.of("somebody who is not a member", () -> stranger.api().get(export + "JSON"), 404)));
    }

    @TestFactory
    Stream<DynamicTest> logIns() {
        return Refusal.tests(Stream.of(
                Refusal.of("a wrong password", () -> nobody.login(connection.email(), "not it"), 401, "password"),
                Refusal.of("an unknown person", () -> nobody.login("nobody@example.org", "not it"), 401, "password"),
                Refusal.of("no password", () -> nobody.login(connection.email(), ""), 400, "password"),
                Refusal.of("a made-up session",
                        () -> nobody.with("Cookie", "sessionid=" + "a".repeat(43)).get("/api/current-user/whoami"),
                        401),
                Refusal.of("a write with a cookie from another site", this::writeFromAnotherSite, 403)));
    }

    @TestFactory
    Stream<DynamicTest> oddPaths() {
        return Refusal.tests(Stream
                .of("/api/projects;v=1", "/api//projects", "/api/projects/%2e%2e/users", "/api/projects/../users",
                        "/api%2fprojects", "/api/projects%00", "/api%5cprojects", "/api/projects%3bx")
                .map(path -> Refusal.of(path, () -> system.owner().get(path), 400)));
    }

    @Test
    void theAnswerDoesNotTellWhetherSomebodyHasAnAccount() {
        Answer known = nobody.login(connection.email(), "not it");
        Answer unknown = nobody.login("nobody@example.org", "not it");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.json().path("detail")).isEqualTo(known.json().path("detail"));
    }

    @Test
    void anUnauthenticatedRequestIsToldHowToAuthenticate() {
        assertThat(nobody.get("/api/projects").expect(401).headers().firstValue("WWW-Authenticate")).hasValue("Token");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        Answer answer = nobody.login(connection.email(), connection.password()).expect(302);

        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(
                cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite="));
    }

    private Answer writeFromAnotherSite() {
        return ApiClient.loggedIn(connection.url(), connection.email(), connection.password())
                .with("Origin", "https://elsewhere.example")
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/projects", Map.of("title", "From elsewhere"));
    }
}
