package org.prefstream.task;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.embedded.testing.TopicReader;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.OutboxDrain;
import org.prefstream.kit.projection.Scope;
import org.prefstream.task.testing.Api;
import org.prefstream.task.testing.Api.Someone;
import org.prefstream.task.testing.Relayed;
import org.prefstream.task.testing.TestServers;

import io.quarkus.test.junit.QuarkusTest;

/** A topic that was made anew is filled again from what this service has. */
@QuarkusTest
class RepublicationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final List<Topic> KEPT = List.of(Topic.ACCESS, Topic.PROJECTS, Topic.TASKS);
    private static final String PREDICTED = """
            {"from_name":"comparison","to_name":"comparison","type":"pairwise","value":{"selected":"left"}}""";
    /** More than three portions. */
    private static final int TASKS = 700;

    @Inject
    DataSource dataSource;

    @Inject
    Relayed relayed;

    @Inject
    OutboxDrain drain;

    private final Api owner = Api.owner();

    @Test
    void everyTopicHoldsWhatThereIsByteForByteOnceSomebodyHasAcceptedTheLoss() throws Exception {
        int project = owner.project();
        owner.request()
                .body(Map.of("title", "Renamed"))
                .contentType("application/json")
                .patch("/api/projects/" + project)
                .then()
                .statusCode(200);
        owner.importJson(project,
                """
                        [{"data":{"prompt":"p \\u00e9 1.50","answer1":"a","answer2":"b","n":1.50},"meta":{"z":1,"a":[2.0]},
                          "predictions":[{"result":[%1$s],"score":0.750,"model_version":"m1"},{"result":[%1$s],"model_version":"m2"}],
                          "annotations":[{"result":[%1$s]}]}]
                        """
                        .formatted(PREDICTED))
                .statusCode(201);
        change(owner.task(project), "changed");
        int deletedTask = owner.task(project);
        owner.request().delete("/api/tasks/" + deletedTask).then().statusCode(204);
        Someone member = owner.someone("annotator");
        owner.json(Map.of("user", member.id())).post("/api/projects/" + project + "/members").then().statusCode(201);
        Someone gone = owner.someone("annotator");
        owner.request().delete("/api/users/" + gone.id()).then().statusCode(204);
        int deletedProject = owner.project();
        owner.request().delete("/api/projects/" + deletedProject).then().statusCode(204);
        awaitQuiet();
        Map<Topic, Map<String, TopicEntry>> before = states();

        String words = relayed.lose(Topic.ACCESS, Topic.PROJECTS, Topic.TASKS, Topic.IMPORTS);
        assertThat(words).contains("filled again from what this service has", "without what was on it");
        int meanwhile = owner.task(project);
        assertThat(states().values()).allMatch(Map::isEmpty);
        relayed.accept(words);
        relayed.awaitFilled();

        Map<Topic, Map<String, TopicEntry>> after = states();
        assertThat(after.get(Topic.TASKS).remove(Integer.toString(meanwhile))).isNotNull();
        for (Topic topic : KEPT) {
            assertThat(said(after.get(topic))).as(topic.word()).isEqualTo(said(before.get(topic)));
        }
        assertThat(TestServers.topics().read(Topic.ACCESS)).filteredOn(TopicEntry::isTombstone)
                .extracting(TopicEntry::key)
                .contains(Integer.toString(gone.id()));
        assertThat(TestServers.topics().read(Topic.IMPORTS)).isEmpty();
    }

    @Test
    void aChangeThatIsCommittedDuringAPortionIsTheLastRecordOfItsKey() throws Exception {
        int task = owner.task(owner.project());
        awaitQuiet();
        try (Connection change = dataSource.getConnection(); Statement statement = change.createStatement()) {
            change.setAutoCommit(false);
            statement.execute("update task set revision = next_revision(revision) where id = " + task);
            statement.execute("""
                    insert into outbox (aggregatetype, aggregateid, type, payload, revision, project_id)
                    select 'prefstream.tasks.v1', cast(id as text), 'changed', '{"changed":true}', revision, project_id
                    from task where id =\s""" + task);
            relayed.accept(relayed.lose(Topic.TASKS));
            await().atMost(SOON)
                    .until(() -> relayed
                            .number("select count(*) from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock' and query like '%from task %for update%'") > 0);
            change.commit();
            change.setAutoCommit(true);
        }
        relayed.awaitFilled();

        List<TopicEntry> records = TestServers.topics().await(Topic.TASKS, task, 2);
        long revision = relayed.number("select revision from task where id = " + task);
        assertThat(records).extracting(TopicEntry::revision).containsOnly(revision);
        owner.request().delete("/api/tasks/" + task).then().statusCode(204);
    }

    @Test
    void whatFailsBetweenPortionsGoesOnWithoutAGapAndReadersAreToldToWait() throws Exception {
        int project = owner.project();
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < TASKS; i++) {
            many.append(i == 0 ? "" : ",").append("{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"}");
        }
        owner.importJson(project, many.append("]").toString()).statusCode(201);
        awaitQuiet();
        Map<String, TopicEntry> before = states().get(Topic.TASKS);
        String words = relayed.lose(Topic.TASKS);

        try (Failing portions = new Failing()) {
            relayed.accept(words);
            await().atMost(SOON).until(() -> portions.failed() > 2);
            assertThat(relayed.number("select reached from republication where topic like '%tasks%'")).isPositive();
            for (Topic read : List.of(Topic.TASKS, Topic.IMPORTS)) { // imported annotations are nothing without their tasks
                assertThatThrownBy(
                        () -> drain.drained(Scope.of(project, read), Deadline.in(SHORT)).await().atMost(SOON))
                        .isInstanceOf(BarrierTimedOut.class)
                        .hasMessageContaining("is being filled again");
            }
        }
        relayed.awaitFilled();

        List<TopicEntry> after = TestServers.topics().read(Topic.TASKS);
        assertThat(after).extracting(TopicEntry::key).doesNotHaveDuplicates();
        assertThat(said(TopicReader.newest(after))).isEqualTo(said(before));
        drain.drained(Scope.of(project, Topic.TASKS), Deadline.in(SHORT)).await().atMost(SOON);
    }

    /** Lets each portion behind the first one fail at its end. */
    private final class Failing implements AutoCloseable {

        Failing() throws SQLException {
            relayed.execute("create sequence failures");
            relayed.execute("""
                    create function fail() returns trigger language plpgsql as $$ begin
                        raise exception 'killed %', nextval('failures');
                    end $$""");
            relayed.execute("""
                    create trigger fail before update on republication for each row
                    when (old.reached > 0 and new.reached > old.reached) execute function fail()""");
        }

        long failed() throws SQLException {
            return relayed.number("select last_value from failures");
        }

        @Override
        public void close() throws SQLException {
            relayed.execute("drop trigger fail on republication");
            relayed.execute("drop function fail");
            relayed.execute("drop sequence failures");
        }
    }

    private void change(int task, String prompt) {
        owner.json(Map.of("data", Map.of("prompt", prompt, "answer1", "a", "answer2", "b")))
                .patch("/api/tasks/" + task)
                .then()
                .statusCode(200);
    }

    /** What other tests have deleted is withdrawn in the background. */
    private void awaitQuiet() {
        await().atMost(SOON)
                .until(() -> relayed.number("select count(*) from project where deleted_at is not null") == 0);
        relayed.awaitAll();
    }

    private static Map<Topic, Map<String, TopicEntry>> states() {
        Map<Topic, Map<String, TopicEntry>> states = new HashMap<>();
        for (Topic topic : KEPT) {
            Map<String, TopicEntry> state = TopicReader.newest(TestServers.topics().read(topic));
            state.values().removeIf(TopicEntry::isTombstone);
            states.put(topic, state);
        }
        return states;
    }

    /** {@return what the records of keys say, without the ids and times of the rows that brought them} */
    private static Map<String, String> said(Map<String, TopicEntry> state) {
        return state.entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().revision() + " " + one.getValue().value()));
    }
}
