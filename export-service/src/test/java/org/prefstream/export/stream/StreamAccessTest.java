package org.prefstream.export.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.stream.EventReader.Event;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Who may read a stream, whose rows they get, when it ends, and how many there may be. */
@QuarkusTest
class StreamAccessTest {

    @Inject
    Owners owners;

    @Inject
    StreamConfig config;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();
    private final List<EventReader> readers = new ArrayList<>();

    /** Somebody, and the token that they show. */
    private record Account(AccessRecord record, String token) {
    }

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @AfterEach
    void hangUp() throws IOException {
        for (EventReader reader : readers) {
            reader.close();
        }
    }

    @Test
    void whoeverShowsNoTokenIsAskedForOne() {
        given().get("/api/projects/{id}/stream", projectId).then().statusCode(401);
    }

    @Test
    void projectsThatOneMayNotSeeAreNotFound() {
        Account stranger = account(Role.ANNOTATOR, List.of());

        assertThat(ask(stranger.token(), projectId, "").statusCode()).isEqualTo(404);
        assertThat(ask(exports.token(), Ids.next(), "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoCursorIsNamed() {
        for (String query : List.of("?from=yesterday", "?from=c", "?from=czzzzzzzzzzzzz", "?from=c-1")) {
            HttpResponse<InputStream> answer = ask(exports.token(), projectId, query);

            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(body(answer)).contains("\"type\":\"https://prefstream.org/problems/invalid-request\"",
                    "\"field\":\"from\"");
        }
        HttpResponse<InputStream> again = EventReader.ask(exports.token(), projectId, "",
                Map.of("Last-Event-ID", "seven"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(body(again)).contains("\"field\":\"Last-Event-ID\"");
        assertThat(body(ask(exports.token(), projectId, "?mine=perhaps"))).contains("\"field\":\"mine\"");
    }

    @Test
    void annotatorsSeeTheirOwnRowsAndWhatBecomesOfThem() {
        Account annotator = account(Role.ANNOTATOR, List.of(projectId));
        PreferenceRecord own = rowBy(annotator, "own");
        PreferenceRecord foreign = Records.preference(projectId, Ids.next(), Ids.next(), "foreign");
        owners.publish(peers, Stream.of(own, foreign));
        waitForCopies();
        EventReader reader = open(annotator, "");
        assertThat(reader.untilCaughtUp()).extracting(Event::data).containsExactly(arrival(own), "{}");

        owners.publish(peers, List.of(new Publication(Topic.PREFERENCES, foreign.key(), 2, null),
                new Publication(Topic.PREFERENCES, own.key(), 2, null)));
        PreferenceRecord later = rowBy(annotator, "later");
        waitForCopies();
        owners.publish(peers, Stream.of(Records.preference(projectId, Ids.next(), Ids.next(), "foreign, too"), later));

        assertThat(reader.first(4)).extracting(Event::name)
                .containsExactly("preference", "caught-up", "withdrawal", "preference");
        assertThat(reader.events.get(2).data()).contains(own.key());
        assertThat(reader.events.get(3).data()).isEqualTo(arrival(later));
    }

    @Test
    void managersSeeAllRowsOrOnlyTheirOwn() {
        Account manager = account(Role.MANAGER, List.of());
        PreferenceRecord own = rowBy(manager, "own");
        PreferenceRecord foreign = Records.preference(projectId, Ids.next(), Ids.next(), "foreign");
        owners.publish(peers, Stream.of(own, foreign));
        waitForCopies();

        assertThat(open(manager, "").untilCaughtUp()).hasSize(3);
        assertThat(open(manager, "?mine=true").untilCaughtUp()).extracting(Event::data)
                .containsExactly(Json.write(own), "{}");
    }

    @Test
    void endsForWhoIsNoMemberAnyMore() {
        Account annotator = account(Role.ANNOTATOR, List.of(projectId));

        endsWhen(annotator, changed(annotator, Role.ANNOTATOR, annotator.record().tokenHash(), List.of()));
    }

    @Test
    void endsForWhoseTokenIsRevoked() {
        Account manager = account(Role.MANAGER, List.of());

        endsWhen(manager, changed(manager, Role.MANAGER, "0".repeat(64), List.of()));
    }

    @Test
    void endsForWhoMaySeeLessThanBefore() {
        Account manager = account(Role.MANAGER, List.of());

        endsWhen(manager, changed(manager, Role.ANNOTATOR, manager.record().tokenHash(), List.of(projectId)));
    }

    @Test
    void endsWithItsProject() {
        endsWhen(account(Role.MANAGER, List.of()), Publication.deletion(Topic.PROJECTS, projectId, 2));
    }

    @Test
    void onePersonHasOnlySoManyAndHangingUpFreesAPlace() throws IOException {
        Account manager = account(Role.MANAGER, List.of());
        for (int i = 0; i < config.perPerson(); i++) {
            open(manager, "?from=now").untilCaughtUp();
        }

        HttpResponse<InputStream> tooMany = ask(manager.token(), projectId, "");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(body(tooMany)).contains("\"type\":\"https://prefstream.org/problems/too-many-requests\"");
        assertThat(ask(exports.token(), projectId, "").statusCode()).as("somebody else").isEqualTo(200);

        readers.get(0).close();
        await().atMost(Owners.SOON).until(() -> ask(manager.token(), projectId, "").statusCode() == 200);
    }

    @Test
    void theHeadIsToldWithoutOpeningAStream() {
        Response head = given().header("Authorization", "Token " + exports.token())
                .head("/api/projects/{id}/stream", projectId);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
    }

    private void endsWhen(Account reading, Publication change) {
        EventReader reader = open(reading, "");
        reader.untilCaughtUp();

        owners.publish(peers, List.of(change));

        assertThat(reader.ended.orTimeout(Owners.SOON.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        await().atMost(Owners.SOON).until(reader.ended::isDone);
        assertThat(reader.others).as("it ends as a whole answer").containsExactly("retry: 2000");
    }

    private static Publication changed(Account account, Role role, String tokenHash, List<Long> projects) {
        AccessRecord before = account.record();
        return Publication.of(new AccessRecord(before.userId(), before.email(), "", "", role, true, 2, tokenHash,
                List.of(), projects), 2);
    }

    /** Models, and the places in the data, are nothing for who is to judge more of them. */
    private static String arrival(PreferenceRecord row) {
        return "{\"record_id\":\"%s\",\"annotation_id\":%d,\"task_id\":%d,\"control\":\"%s\",\"revision\":%d}"
                .formatted(row.key(), row.annotationId(), row.taskId(), row.control(), row.revision());
    }

    private PreferenceRecord rowBy(Account annotator, String chosen) {
        return Records.preferenceBy(annotator.record().userId(), projectId, Ids.next(), Ids.next(), chosen);
    }

    private Account account(Role role, List<Long> projects) {
        String token = UUID.randomUUID().toString();
        Account account = new Account(Records.person(role, token, projects), token);
        owners.publish(peers, account.record());
        return account;
    }

    /** An export waits for all that was published. */
    private void waitForCopies() {
        assertThat(exports.export(projectId, "TRL").statusCode()).isEqualTo(200);
    }

    private EventReader open(Account reading, String query) {
        EventReader reader = EventReader.open(reading.token(), projectId, query);
        readers.add(reader);
        return reader;
    }

    /** {@return the answer, whose body is closed with the others if it is a stream} */
    private HttpResponse<InputStream> ask(String token, long project, String query) {
        HttpResponse<InputStream> answer = EventReader.ask(token, project, query, Map.of());
        if (answer.statusCode() == 200) {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return answer;
    }

    private static String body(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
