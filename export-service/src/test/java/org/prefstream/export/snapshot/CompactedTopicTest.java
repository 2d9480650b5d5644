package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.Owners.Publication;
import org.prefstream.export.PeerStandIns;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;
import org.prefstream.kit.security.Hashes;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

/** Files of a snapshot are the same bytes after the broker has compacted the topics and all copies were made anew from what was left. */
@QuarkusTest
@TestProfile(CompactedTopicTest.OwnTopics.class)
class CompactedTopicTest {

    private static final String DATABASE = "compaction";
    private static final List<Topic> COPIED = List.of(Topic.PROJECTS, Topic.TASKS, Topic.ANNOTATIONS,
            Topic.PREFERENCES);
    private static final List<String> COPIES = List.of("tie_row", "preference_copy", "annotation_copy", "task_copy",
            "project_copy");
    private static final List<String> PARTS = List.of("data", "provenance", "rejected");
    private static final Duration COMPACTED = Duration.ofSeconds(90);
    private static final Duration BETWEEN_CLOSINGS = Duration.ofSeconds(1);

    /** Other tests read what was on their topics. */
    public static final class OwnTopics implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(RealServers.class, Map.of("database", DATABASE)),
                    new TestResourceEntry(PeerStandIns.class));
        }
    }

    @Inject
    Owners owners;

    @Inject
    TopicNames names;

    @Inject
    Projector projector;

    @Inject
    @Any
    Instance<Projection<?>> projections;

    @Inject
    DataSource dataSource;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    private final long projectId = Ids.next();
    private final Map<Topic, Set<String>> keys = new EnumMap<>(Topic.class);

    @Test
    void filesAreMadeAgainByteForByteAfterTheBrokerHasCompactedTheTopicsAndTheCopiesWereMadeAnew() throws SQLException {
        Exports exports = Exports.asOwner(owners, peers);
        var files = new SnapshotFiles(exports, projectId);
        List<Judged> all = judgeAll();
        JsonPath manifest = files.make("ties=both");
        long id = manifest.getLong("id");
        Map<String, String> before = hashes(files.frozen(id, PARTS));
        Map<String, String> ofTasks = files.frozenTasks(id);
        addEditAndWithdraw(all);
        Map<String, String> live = hashes(files.live("ties=both", PARTS));

        try (var topics = new CompactedTopics(DATABASE)) {
            Map<Topic, Integer> written = sizes(topics);
            topics.compact(COPIED.stream().map(names::onBroker).toList());
            await().atMost(COMPACTED).pollInterval(BETWEEN_CLOSINGS).until(() -> {
                closeSegments();
                return COPIED.stream().noneMatch(topic -> topics.hasPast(topic, keys(topic)));
            });
            assertThat(sizes(topics))
                    .allSatisfy((topic, left) -> assertThat(left).isLessThan(written.getOrDefault(topic, 0)));
            makeCopiesAnew(topics);
        }

        assertThat(hashes(files.live("ties=both", PARTS))).isEqualTo(live);
        assertThat(hashes(files.frozen(id, PARTS))).isEqualTo(before);
        assertThat(files.frozenTasks(id)).isEqualTo(ofTasks);
        assertThat(ofTasks.get("JSON")).contains("\"id\":" + all.get(0).annotationId());
        assertThat(before).containsEntry("TRL data", manifest.getString("sha256"))
                .containsKeys("PARQUET data", "HF data", "TRL provenance", "TRL rejected");
        assertThat(live).doesNotContainEntry("TRL data", manifest.getString("sha256"));
    }

    private List<Judged> judgeAll() {
        publish(Publication.of(Records.project(projectId), 1));
        long task = Ids.next();
        List<Judged> all = List.of(Judged.first(projectId, task, 11).by(2), Judged.second(projectId, task, 12),
                Judged.tie(projectId, task, 13), Judged.first(projectId, Ids.next(), 11),
                Judged.tie(projectId, Ids.next(), 12), Judged.outcome(projectId, Ids.next(), 11, Outcome.BOTH_BAD),
                Judged.first(projectId, Ids.next(), 12).of(List.of("same", "same")),
                Judged.ranking(projectId, Ids.next(), 13, List.of(List.of(2), List.of(0, 3, 1))));
        all.forEach(judged -> {
            publish(Publication.of(Records.task(projectId, judged.taskId()), 1));
            judged.published().forEach(record -> publish(Publication.of(record, 1)));
        });
        return all;
    }

    /** Edits each judgement and its task, but for the last two, which are withdrawn. */
    private void addEditAndWithdraw(List<Judged> all) {
        publish(Publication.of(Records.project(projectId), 2));
        int kept = all.size() - 2;
        for (Judged judged : all.subList(0, kept)) {
            publish(Publication.of(Records.task(projectId, judged.taskId()), 2));
            for (int revision = 2; revision <= 3; revision++) {
                for (TopicRecord record : judged.by(revision).published()) {
                    publish(Publication.of(record, revision));
                }
            }
        }
        for (Judged judged : all.subList(kept, all.size())) {
            publish(Publication.deletion(Topic.ANNOTATIONS, judged.annotationId(), 2));
            judged.rows().forEach(row -> publish(new Publication(Topic.PREFERENCES, row.key(), 2, null)));
        }
        Judged added = Judged.first(projectId, Ids.next(), 14);
        publish(Publication.of(Records.task(projectId, added.taskId()), 1));
        added.published().forEach(record -> publish(Publication.of(record, 1)));
    }

    private void publish(Publication one) {
        keys(one.topic()).add(one.key());
        owners.publish(peers, List.of(one));
    }

    private Set<String> keys(Topic topic) {
        return keys.computeIfAbsent(topic, any -> new HashSet<>());
    }

    /** Records of another project, of which each partition gets some sooner or later: the broker compacts no segment that it appends to. */
    private void closeSegments() {
        owners.publish(peers,
                Stream.generate(Ids::next)
                        .limit(6)
                        .flatMap(other -> Stream.of(Records.project(other), Records.task(other, other),
                                Records.annotation(other, other, other, "left"),
                                Records.preference(other, other, other, "better"))));
    }

    /** {@return how many records of the project there are on each topic} */
    private Map<Topic, Integer> sizes(CompactedTopics topics) {
        return COPIED.stream().collect(Collectors.toMap(topic -> topic, topic -> topics.size(topic, keys(topic))));
    }

    private void makeCopiesAnew(CompactedTopics topics) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String copy : COPIES) {
                statement.executeUpdate("delete from " + copy);
            }
        }
        for (Projection<?> projection : projections) {
            if (COPIED.contains(projection.topic())) {
                projector.apply(projection, topics.left(projection.topic())).await().atMost(Owners.SOON);
            }
        }
    }

    private static Map<String, String> hashes(Map<String, String> files) {
        Map<String, String> hashes = new LinkedHashMap<>();
        files.forEach((name, file) -> hashes.put(name, Hashes.sha256(file.getBytes(StandardCharsets.ISO_8859_1))));
        return hashes;
    }
}
