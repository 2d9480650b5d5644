package org.prefstream.annotation;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.annotation.testing.Client;
import org.prefstream.annotation.testing.Database;
import org.prefstream.annotation.testing.Database.Open;
import org.prefstream.annotation.testing.Results;
import org.prefstream.annotation.testing.TestServers;
import org.prefstream.annotation.testing.World;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.TopicEntry;
import org.prefstream.embedded.testing.TopicReader;
import org.prefstream.kit.messaging.RelayHealth;

import io.quarkus.test.junit.QuarkusTest;

/** Topics of annotations and of dataset rows that were made anew are filled again from the annotations that there are. */
@QuarkusTest
class RepublicationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern ACCEPTANCE = Pattern.compile("select republish\\('[^']+', '[^']+'\\)");
    private static final List<Topic> OWNED = List.of(Topic.ANNOTATIONS, Topic.PREFERENCES);

    @Inject
    World world;

    @Inject
    Database database;

    @Inject
    RelayHealth relay;

    @Test
    void annotationsAndRowsAreThereAgainByteForByte() throws Exception {
        long project = world.project(1);
        Client owner = world.owner();
        owner.submitted(world.task(project), Results.selected("left", 2));
        int edited = owner.submitted(world.task(project), Results.selected("left"));
        owner.change(edited, Results.selected("right"));
        int tie = owner.submitted(world.task(project), Results.selected("left"));
        owner.change(tie, Results.selected("tie"));
        int deleted = owner.submitted(world.task(project), Results.selected("left"));
        owner.request().delete("/api/annotations/{id}/", deleted).then().statusCode(204);
        long skipped = owner.awaitTask(world.task(project));
        owner.submit(skipped, Map.of("result", List.of(), "was_cancelled", true)).statusCode(201);
        world.importAnnotation(world.task(project), project, owner.id(), Results.selected("right"));
        await().atMost(SOON)
                .until(() -> number("select count(*) from annotation where import_key is not null and project_id = "
                        + project) == 1);
        awaitPublished();
        Map<Topic, Map<String, String>> before = states();

        String words = lose();
        int meanwhile = owner.submitted(world.task(project), Results.selected("left"));
        accept(words);
        awaitFilled();

        Map<Topic, Map<String, String>> after = states();
        assertThat(after.get(Topic.ANNOTATIONS).remove(Integer.toString(meanwhile))).isNotNull();
        assertThat(after.get(Topic.PREFERENCES).keySet().removeIf(key -> key.startsWith(meanwhile + "/"))).isTrue();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void anEditThatIsCommittedDuringAPortionIsTheLastRecordOfItsKeys() throws Exception {
        long task = world.task(world.project(1));
        Client owner = world.owner();
        int id = owner.submitted(task, Results.selected("left"));
        awaitPublished();
        try (Open edit = database.open()) {
            edit.execute("select from task_slot where task_id = ? for update", task)
                    .execute("update annotation set revision = next_revision(revision) where id = ?", id)
                    .execute("""
                            insert into outbox (aggregatetype, aggregateid, type, payload, revision, project_id)
                            select 'prefstream.annotations.v1', cast(id as text), 'edited', '{}', revision, project_id
                            from annotation where id = ?""", id);
            accept(lose());
            database.awaitWaiting("from task_slot%for update");
            edit.commit();
        }
        awaitFilled();

        long revision = number("select revision from annotation where id = " + id);
        assertThat(TestServers.topics().await(Topic.ANNOTATIONS, id, 2)).extracting(TopicEntry::revision)
                .containsOnly(revision);
        owner.request().delete("/api/annotations/{id}/", id).then().statusCode(204);
    }

    /** Deletes both topics while the relay pauses. {@return what the relay says when it has found them made anew} */
    private String lose() throws Exception {
        database.execute("update relay_lease set owner = gen_random_uuid(),"
                + " expires_at = clock_timestamp() + interval '1 hour'");
        await().atMost(SOON).until(() -> relay.words().startsWith("another replica"));
        TestServers.topics().lose(OWNED.toArray(Topic[]::new));
        database.execute("update relay_lease set owner = null");
        await().atMost(SOON).until(() -> relay.words().contains("made anew"));
        return relay.words();
    }

    private void accept(String words) throws Exception {
        List<String> statements = ACCEPTANCE.matcher(words).results().map(found -> found.group()).toList();
        assertThat(statements).hasSameSizeAs(OWNED);
        for (String statement : statements) {
            database.execute(statement);
        }
    }

    private void awaitFilled() {
        await().atMost(SOON).until(() -> number("select count(*) from republication where ended_at is null") == 0);
        awaitPublished();
    }

    private void awaitPublished() {
        await().atMost(SOON).until(() -> number("select count(*) from outbox") == 0);
    }

    private long number(String sql) throws Exception {
        return (Long) database.select(sql).get(0).get(0);
    }

    private static Map<Topic, Map<String, String>> states() {
        Map<Topic, Map<String, String>> states = new HashMap<>();
        for (Topic topic : OWNED) {
            Map<String, TopicEntry> newest = TopicReader.newest(TestServers.topics().read(topic));
            newest.values().removeIf(TopicEntry::isTombstone);
            states.put(topic, newest.entrySet()
                    .stream()
                    .collect(
                            toMap(Map.Entry::getKey, one -> one.getValue().revision() + " " + one.getValue().value())));
        }
        return states;
    }
}
