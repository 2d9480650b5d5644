package org.prefstream.export.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Topic;
import org.prefstream.contract.Verdict;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
class StatisticsTest {

    private static final Verdict FIRST = new Verdict("comparison", Outcome.PREFERENCE, List.of(List.of(0), List.of(1)),
            0);
    private static final Verdict SECOND = new Verdict("comparison", Outcome.PREFERENCE, List.of(List.of(1), List.of(0)),
            0);
    private static final Verdict TIE = new Verdict("comparison", Outcome.TIE, List.of(List.of(0, 1)), 0);

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private final long projectId = Ids.next();
    private final AccessRecord ann = person("Ann", "Lee");
    private final AccessRecord bob = person("", "");

    @BeforeEach
    void project() {
        owners.publish(peers, Stream.of(Records.project(projectId), ann, bob));
    }

    @Test
    void tellOfEverythingThatWasAcknowledgedBefore() {
        long one = Ids.next();
        long two = Ids.next();
        owners.publish(peers,
                Stream.of(by(ann, one, List.of(0, 1), "4", FIRST), by(bob, one, List.of(1, 0), "8", FIRST),
                        by(ann, two, List.of(0, 1), "4", TIE), by(bob, two, List.of(0, 1), null, SECOND),
                        at(Records.skipBy(bob.userId(), projectId, Ids.next(), Ids.next()),
                                Records.T0.plus(Duration.ofDays(30))),
                        Records.preference(projectId, one, Ids.next(), "a longer one than that")));

        JsonPath told = asOwner().jsonPath();

        assertThat(told.getLong("judgements")).isEqualTo(4);
        assertThat(told.getLong("skipped")).isEqualTo(1);
        assertThat(told.getMap("pairs"))
                .isEqualTo(java.util.Map.of("preference", 3, "tie", 1, "both_bad", 0, "cannot_judge", 0));
        assertThat(told.getLong("sides.left")).isEqualTo(1);
        assertThat(told.getLong("sides.right")).isEqualTo(2);
        assertThat(told.getDouble("sides.share")).isBetween(0.333, 0.334);
        assertThat(told.getLong("length.longer")).isEqualTo(1);
        assertThat(told.getDouble("lead_time_s.median")).isBetween(3.9, 4.1);
        assertThat(told.getLong("agreement.units")).isEqualTo(2);
        assertThat(told.getDouble("agreement.raw")).isEqualTo(0.5);
        assertThat(told.getList("course.buckets.judgements")).containsExactly(4);
        assertThat(told.getString("course.buckets[0].from")).startsWith("2026-11-23T00:00:00");
        assertThat(told.getList("people.name")).containsExactlyInAnyOrder("Ann Lee", bob.email());
        assertThat(told.getLong("topic.rows")).isEqualTo(1);
        assertThat(told.getString("topic.last_at")).startsWith("20");
    }

    @Test
    void areByDaysInAProjectThatLastsLong() {
        AnnotationRecord late = by(ann, Ids.next(), List.of(0, 1), "4", FIRST);
        owners.publish(peers, Stream.of(by(ann, Ids.next(), List.of(0, 1), "4", FIRST),
                by(bob, Ids.next(), List.of(0, 1), "4", FIRST), at(late, Records.T0.plus(Duration.ofDays(30)))));

        JsonPath told = asOwner().jsonPath();

        assertThat(told.getString("course.step")).isEqualTo("day");
        assertThat(told.getList("course.buckets.judgements")).containsExactly(2, 1);
        assertThat(told.getString("course.buckets[1].from")).startsWith("2026-12-23T00:00:00");
        assertThat(told.getString("people.find { it.name == 'Ann Lee' }.last_hour")).startsWith("2026-12-23T03:00:00");
    }

    private static AnnotationRecord at(AnnotationRecord one, Instant time) {
        return new AnnotationRecord(one.annotationId(), one.taskId(), one.projectId(), one.completedBy(),
                one.updatedBy(), one.result(), one.wasCancelled(), false, time, time, one.leadTime(), one.uniqueId(),
                null, null, one.verdicts(), one.shownOrder(), "", null, null, null);
    }

    @Test
    void agreementKnowsEachPersonByTheirLastJudgementOfATask() {
        long task = Ids.next();
        AnnotationRecord first = by(ann, task, List.of(0, 1), "4", SECOND);
        AnnotationRecord last = at(by(ann, task, List.of(0, 1), "4", FIRST), Records.T0.plusSeconds(60));
        owners.publish(peers, Stream.of(last, first));
        assertThat(asOwner().jsonPath().getLong("agreement.units")).isZero();

        owners.publish(peers, Stream.of(by(bob, task, List.of(0, 1), "4", FIRST)));

        JsonPath told = asOwner().jsonPath();
        assertThat(told.getLong("judgements")).isEqualTo(3);
        assertThat(told.getLong("agreement.units")).isEqualTo(1);
        assertThat(told.getLong("agreement.pairs")).isEqualTo(1);
        assertThat(told.getDouble("agreement.raw")).isEqualTo(1.0);
    }

    @Test
    void areByHoursInAProjectOfThreeDays() {
        AnnotationRecord one = by(ann, Ids.next(), List.of(0, 1), "4", FIRST);
        owners.publish(peers, Stream.of(at(one, Records.T0.minus(Duration.ofHours(2))),
                at(by(bob, Ids.next(), List.of(0, 1), "4", FIRST), Records.T0.plus(Duration.ofHours(40)))));

        JsonPath told = asOwner().jsonPath();

        assertThat(told.getString("course.step")).isEqualTo("hour");
        assertThat(told.getList("course.buckets.judgements")).containsExactly(1, 1);
        assertThat(told.getString("course.buckets[1].from")).startsWith("2026-11-24T19:00:00");
        assertThat(told.getString("people.find { it.name == 'Ann Lee' }.last_hour")).startsWith("2026-11-23T01:00:00");
    }

    @Test
    void areOfNothingInAnEmptyProject() {
        JsonPath told = asOwner().jsonPath();

        assertThat(told.getLong("judgements")).isZero();
        assertThat(told.getString("sides.share")).isNull();
        assertThat(told.getString("agreement.alpha")).isNull();
        assertThat(told.getString("topic.lag_ms")).isNull();
        assertThat(told.getList("people")).isEmpty();
    }

    @Test
    void endWithTheirProject() {
        owners.publish(peers, List.of(Publication.of(by(ann, Ids.next(), List.of(0, 1), "4", FIRST), 1)));
        assertThat(asOwner().statusCode()).isEqualTo(200);
        owners.publish(peers, List.of(Publication.deletion(Topic.PROJECTS, projectId, 2)));

        assertThat(asOwner().statusCode()).isEqualTo(404);
    }

    @Test
    void areForOwnersAndManagersOnly() {
        assertThat(given().get(path()).statusCode()).isEqualTo(401);
        assertThat(as(Role.MANAGER, List.of()).statusCode()).isEqualTo(200);
        Response member = as(Role.ANNOTATOR, List.of(projectId));
        assertThat(member.statusCode()).isEqualTo(403);
        assertThat(member.jsonPath().getString("detail")).contains("only owners and managers");
        assertThat(as(Role.ANNOTATOR, List.of()).statusCode()).isEqualTo(404);
    }

    private Response asOwner() {
        return as(Role.OWNER, List.of());
    }

    private Response as(Role role, List<Long> projects) {
        return given().header("Authorization", "Token " + Exports.as(role, projects, owners, peers).token())
                .get(path());
    }

    private String path() {
        return "/api/projects/" + projectId + "/statistics";
    }

    private AnnotationRecord by(AccessRecord person, long taskId, List<Integer> shownOrder, @Nullable String leadTime,
            Verdict verdict) {
        long id = Ids.next();
        return new AnnotationRecord(id, taskId, projectId, person.userId(), person.userId(), List.of(), false, false,
                Records.T0, Records.T0, leadTime == null ? null : new BigDecimal(leadTime), new UUID(0, id), null, null,
                List.of(verdict), shownOrder, "", null, null, null);
    }

    private static AccessRecord person(String firstName, String lastName) {
        AccessRecord person = Records.person(Role.ANNOTATOR, UUID.randomUUID().toString(), List.of());
        return new AccessRecord(person.userId(), person.email(), firstName, lastName, person.role(), true, 1,
                person.tokenHash(), List.of(), List.of());
    }
}
