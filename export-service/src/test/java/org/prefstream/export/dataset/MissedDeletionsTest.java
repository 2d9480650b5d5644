package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.Projection;

import io.quarkus.test.junit.QuarkusTest;

/** What the copies of this service have missed is found, and nothing is exported before. */
@QuarkusTest
class MissedDeletionsTest {

    @Inject
    Owners owners;

    @Inject
    TopicNames names;

    @Inject
    DataSource dataSource;

    @Inject
    @Any
    Instance<Projection<?>> copies;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @Inject
    AppliedOffsets offsets;

    private final UUID outbox = UUID.randomUUID();
    private final long project = Ids.next();
    private final long lostProject = Ids.next();
    private final long kept = Ids.next();
    private final long lost = Ids.next();

    @AfterEach
    void everybodyIsWell() throws SQLException {
        peers.task().isWell();
        peers.annotation().isWell();
        select("delete from copy_in_doubt returning 1");
        select("delete from copy_owner returning 1");
        forgetWhatNoTopicSays();
    }

    /** Other tests compare the copies with the topics. */
    private void forgetWhatNoTopicSays() throws SQLException {
        select("delete from task_copy where task_id = %d returning 1".formatted(lost));
        select("delete from annotation_copy where annotation_id = %d returning 1".formatted(lost));
        select("delete from preference_copy where record_id like '%d/%%' returning 1".formatted(lost));
        select("delete from project_copy where project_id = %d returning 1".formatted(lostProject));
    }

    @Test
    void eachCopyLosesWhatItsOwnerDoesNotHave() throws SQLException {
        AccessRecord gone = Records.person(Role.OWNER, "token " + lost, List.of());
        Exports exports = givenCopies(gone);
        peers.task().lose(Topic.PROJECTS, Long.toString(lostProject));
        peers.task().lose(Topic.TASKS, Long.toString(lost));
        peers.task().lose(Topic.ACCESS, gone.key());
        peers.annotation().lose(Topic.ANNOTATIONS, Long.toString(lost));
        peers.annotation().lose(Topic.PREFERENCES, Records.preference(project, lost, lost, "better").key());

        for (Topic topic : names.consumed()) {
            doubt(topic);
        }
        await().atMost(Owners.SOON).until(() -> select("select topic from copy_in_doubt") == 0);

        assertThat(held(lost)).isZero();
        assertThat(held(kept)).isEqualTo(3);
        assertThat(select("select from project_copy where not deleted and project_id in (%d, %d)".formatted(project,
                lostProject))).isOne();
        assertThat(select("select from access_copy where not deleted and user_id = " + gone.userId())).isZero();
        assertThat(exports.export(project, "JSON").jsonPath().getList("id")).containsExactly((int) kept);
    }

    @Test
    void nothingIsExportedWhileACopyIsInDoubtAndItsOwnerIsAway() throws SQLException {
        Exports exports = givenCopies(Records.person(Role.OWNER, "token " + lost, List.of()));
        assertThat(exports.export(project, "JSON").statusCode()).isEqualTo(200);
        peers.annotation().saysNotWhatItHas();

        doubt(Topic.PREFERENCES);

        var refused = exports.export(project, "JSON");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("detail")).contains("not yet compared")
                .contains(names.onBroker(Topic.PREFERENCES));
        assertThat(held(lost)).isEqualTo(3);

        peers.annotation().isWell();
        await().atMost(Owners.SOON).until(() -> exports.export(project, "JSON").statusCode() == 200);
    }

    @Test
    void aCopyThatWasAwayIsComparedByItselfWithAnOwnerThatNeverWentBackAndKnowsOfAll() throws SQLException {
        givenCopies(Records.person(Role.OWNER, "token " + lost, List.of()));
        peers.task().lose(Topic.TASKS, Long.toString(lost));
        peers.task().saysOfItsDatabase(outbox, true, Positions.NONE);

        doubtByItself(Topic.TASKS);
        await().during(Duration.ofSeconds(3)).atMost(Owners.SOON).until(() -> held(lost) == 3);
        peers.task().saysOfItsDatabase(outbox, true, applied(Topic.TASKS));

        await().atMost(Owners.SOON).until(() -> select("select from copy_in_doubt") == 0);
        assertThat(select("select from task_copy where not deleted and task_id = " + lost)).isZero();
        assertThat(held(kept)).isEqualTo(3);
    }

    @Test
    void aCopyWhoseOwnerWentBackWaitsForAWord() throws SQLException {
        givenCopies(Records.person(Role.OWNER, "token " + lost, List.of()));
        peers.task().lose(Topic.TASKS, Long.toString(lost));
        peers.task().saysOfItsDatabase(outbox, false, applied(Topic.TASKS));

        doubtByItself(Topic.TASKS);
        await().atMost(Owners.SOON)
                .until(() -> select("select from copy_in_doubt where not comparing and not unless_gone_back") == 1);
        assertThat(held(lost)).isEqualTo(3);
        select("select compare_copy('%s')".formatted(names.onBroker(Topic.TASKS)));

        await().atMost(Owners.SOON).until(() -> select("select from copy_in_doubt") == 0);
        assertThat(held(lost)).isEqualTo(2);
    }

    @Test
    void whatAnotherDatabaseDoesNotHaveStaysWhateverSomebodySays() throws SQLException {
        givenCopies(Records.person(Role.OWNER, "token " + lost, List.of()));
        peers.task().lose(Topic.TASKS, Long.toString(lost));
        peers.task().saysOfItsDatabase(UUID.randomUUID(), true, applied(Topic.TASKS));

        doubtByItself(Topic.TASKS);
        select("update copy_in_doubt set unless_gone_back = false returning 1");

        await().during(Duration.ofSeconds(3))
                .atMost(Owners.SOON)
                .until(() -> held(lost) == 3 && select("select from copy_in_doubt where reached = ''") == 1);
    }

    @Test
    void whatACopyHoldsIsReadByTheIndexOfItsKeys() throws SQLException {
        for (Projection<?> copy : copies) {
            String plan = explain("explain " + copy.held().query().orElseThrow());

            assertThat(plan).as(copy.topic().word()).contains("Index Cond").doesNotContain("Sort");
        }
    }

    private String explain(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement explain = connection.prepareStatement(sql)) {
            explain.setString(1, "17");
            explain.setInt(2, 10);
            StringBuilder plan = new StringBuilder();
            try (ResultSet row = explain.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    /** {@return the view of an owner, once all of it is copied} */
    private Exports givenCopies(AccessRecord person) throws SQLException {
        Exports exports = Exports.asOwner(owners, peers);
        owners.publish(peers,
                Stream.<TopicRecord>concat(Stream.of(person, Records.project(project), Records.project(lostProject)),
                        Stream.of(kept, lost)
                                .flatMap(id -> Stream.of(Records.task(project, id),
                                        Records.annotation(project, id, id, "left"),
                                        Records.preference(project, id, id, "better")))));
        await().atMost(Owners.SOON).until(() -> held(kept) + held(lost) == 6);
        await().atMost(Owners.SOON).until(() -> select("""
                select project_id from project_copy where project_id in (%d, %d)
                union all select user_id from access_copy where user_id = %d
                """.formatted(project, lostProject, person.userId())) == 3);
        return exports;
    }

    /** {@return in how many copies something with the id is held} */
    private int held(long id) throws SQLException {
        return select("""
                select task_id from task_copy where not deleted and task_id = %1$d
                union all select annotation_id from annotation_copy where not deleted and annotation_id = %1$d
                union all select annotation_id from preference_copy where not deleted and annotation_id = %1$d
                """.formatted(id));
    }

    private void doubt(Topic topic) throws SQLException {
        select("insert into copy_in_doubt (topic, comparing) values ('%s', true) returning 1"
                .formatted(names.onBroker(topic)));
    }

    /** As a service does that was away, and knows whose records it had. */
    private void doubtByItself(Topic topic) throws SQLException {
        String name = names.onBroker(topic);
        select("delete from copy_owner where topic = '%s' returning 1".formatted(name));
        select("insert into copy_owner (topic, outbox) values ('%s', '%s') returning 1".formatted(name, outbox));
        select("insert into copy_in_doubt (topic, comparing, unless_gone_back) values ('%s', true, true) returning 1"
                .formatted(name));
    }

    private Positions applied(Topic topic) {
        return offsets.present().await().atMost(Owners.SOON).of(names.onBroker(topic));
    }

    /** {@return how many rows there are} */
    private int select(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            int rows = 0;
            while (row.next()) {
                rows++;
            }
            return rows;
        }
    }
}
