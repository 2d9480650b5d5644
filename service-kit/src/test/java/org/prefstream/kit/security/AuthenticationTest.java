package org.prefstream.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.AccessRecord.Session;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.projection.Change;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AuthenticationTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ME = "/api/tasks/kit/me";

    @Inject
    KitPorts ports;

    @Inject
    AccessCopy copy;

    @Inject
    Directory directory;

    @Inject
    AccessFreshness freshness;

    private final long id = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);
    private final String email = id + "@example.org";
    private final String secret = UUID.randomUUID().toString();

    @BeforeEach
    void theCopyIsFresh() {
        await().atMost(SOON).until(() -> freshness.isFresh());
    }

    private KitHttp http() {
        return new KitHttp(ports.first());
    }

    @Test
    void anEndpointWithoutAnnotationIsClosed() {
        known(1, Role.OWNER, secret, List.of());

        assertThat(http().get("/api/tasks/kit/forgotten").statusCode()).isEqualTo(401);
        assertThat(http().get("/api/tasks/kit/forgotten", "Authorization", "Token " + secret).statusCode())
                .isEqualTo(403);
    }

    @Test
    void withoutCredentialsTheAnswerIsLabelStudios() {
        HttpResponse<String> answer = http().get(ME);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Token");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(KitHttp.members(answer)).containsEntry("status_code", 401)
                .containsEntry("detail", "Authentication credentials were not provided.");
    }

    @Test
    void aTokenTellsWhoAsks() {
        known(1, Role.ANNOTATOR, secret, List.of());

        HttpResponse<String> answer = http().get(ME, "Authorization", "Token " + secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(email);
        assertThat(directory.questionsAbout(Hashes.sha256(secret))).isZero();
    }

    @Test
    void anAnswerTellsTheDoorWhetherTheSenderIsKnownWhateverItSaysOtherwise() {
        known(1, Role.ANNOTATOR, secret, List.of());

        for (String path : List.of(ME, "/api/tasks/kit/managers", "/api/tasks/kit/none")) {
            HttpResponse<String> toAnnotator = http().get(path, "Authorization", "Token " + secret);
            HttpResponse<String> toStranger = http().get(path, "Authorization", "Token invented");

            assertThat(toAnnotator.headers().firstValue(Authentication.KNOWN)).isPresent();
            assertThat(toStranger.headers().firstValue(Authentication.KNOWN)).isEmpty();
        }
    }

    @Test
    void somebodyUnknownIsAskedForOnceAtTheirOwner() {
        directory.add(Hashes.sha256(secret), person(Role.ANNOTATOR, secret, List.of()));

        assertThat(http().get(ME, "Authorization", "Token " + secret).body()).isEqualTo(email);
        assertThat(http().get(ME, "Authorization", "Token " + secret).body()).isEqualTo(email);
        assertThat(directory.questionsAbout(Hashes.sha256(secret))).isEqualTo(1);
    }

    @Test
    void aTokenThatNobodyHasIsRefused() {
        HttpResponse<String> answer = http().get(ME, "Authorization", "Token " + secret);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Token");
        assertThat(KitHttp.members(answer)).containsEntry("detail", "Invalid token.");
    }

    @Test
    void aTokenThatNobodyHasIsAskedForOnceInAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThat(http().get(ME, "Authorization", "Token " + secret).statusCode()).isEqualTo(401);
        }

        assertThat(directory.questionsAbout(Hashes.sha256(secret))).isLessThan(5);
    }

    @Test
    void aTokenThatNobodyHadWorksAsSoonAsACopyHasIt() {
        assertThat(http().get(ME, "Authorization", "Token " + secret).statusCode()).isEqualTo(401);

        known(1, Role.ANNOTATOR, secret, List.of());

        assertThat(http().get(ME, "Authorization", "Token " + secret).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSchemeIsRefusedInWordsThatHelp() {
        HttpResponse<String> answer = http().get(ME, "Authorization", "Basic " + secret);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Authorization: Token");
    }

    @Test
    void aRenewedTokenMakesTheOldOneWorthless() {
        known(1, Role.ANNOTATOR, secret, List.of());
        known(2, Role.ANNOTATOR, "renewed " + secret, List.of());

        assertThat(http().get(ME, "Authorization", "Token " + secret).statusCode()).isEqualTo(401);
        assertThat(http().get(ME, "Authorization", "Token renewed " + secret).statusCode()).isEqualTo(200);
    }

    @Test
    void aRoleThatDoesNotSufficeIsForbidden() {
        known(1, Role.ANNOTATOR, secret, List.of());

        HttpResponse<String> answer = http().get("/api/tasks/kit/managers", "Authorization", "Token " + secret);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(KitHttp.members(answer)).containsEntry("detail",
                "You do not have permission to perform this action.");
        known(2, Role.MANAGER, secret, List.of());
        assertThat(http().get("/api/tasks/kit/managers", "Authorization", "Token " + secret).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionEndsWithItsTime() {
        known(1, Role.ANNOTATOR, "",
                List.of(session(secret, Duration.ofHours(1)), session("expired " + secret, Duration.ofSeconds(-1))));

        assertThat(http().get(ME, "Cookie", "sessionid=" + secret).body()).isEqualTo(email);
        assertThat(http().get(ME, "Cookie", "sessionid=unknown").statusCode()).isEqualTo(401);
        HttpResponse<String> ended = http().get(ME, "Cookie", "sessionid=\"expired " + secret + "\"");
        assertThat(ended.statusCode()).isEqualTo(401);
    }

    @Test
    void aWriteWithACookieNeedsToComeFromOurOwnPages() {
        known(1, Role.ANNOTATOR, "", List.of(session(secret, Duration.ofHours(1))));

        assertThat(write().statusCode()).isEqualTo(403);
        assertThat(write("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(write("Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
        assertThat(write("Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(write("Origin", "null").statusCode()).isEqualTo(403);
        assertThat(KitHttp.members(write())).containsEntry("status_code", 403)
                .containsEntry("detail",
                        "A change with a session cookie is taken from Prefstream's own pages only, which a browser"
                                + " shows by the header Origin or Sec-Fetch-Site. Scripts send 'Authorization: Token <your API token>' in place"
                                + " of the cookie.");
        assertThat(write("Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
        assertThat(write("Origin", "http://" + ports.first().getAuthority()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> write(String... proof) {
        String[] headers = new String[2 + proof.length];
        headers[0] = "Cookie";
        headers[1] = "sessionid=" + secret;
        System.arraycopy(proof, 0, headers, 2, proof.length);
        return http().send("POST", ME, "", headers);
    }

    private void known(long revision, Role role, String token, List<Session> sessions) {
        copy.take(new Change<>(Long.toString(id), revision, person(role, token, sessions))).await().atMost(SOON);
    }

    private AccessRecord person(Role role, String token, List<Session> sessions) {
        return new AccessRecord(id, email, "Jo", "Doe", role, true, 1, token.isEmpty() ? "" : Hashes.sha256(token),
                sessions, List.of());
    }

    private static Session session(String secret, Duration ahead) {
        return new Session(Hashes.sha256(secret), Instant.now().plus(ahead));
    }
}
