package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import javax.sql.DataSource;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Connections;

import io.vertx.core.Vertx;

/** An outbox with topics of its own on the real servers, and relays driven by hand. */
final class RelayBench {

    static final int BATCH_ROWS = 20;
    static final long BATCH_BYTES = 1 << 20;
    private static final List<Topic> TOPICS = List.of(Topic.TASKS, Topic.ANNOTATIONS, Topic.PREFERENCES);
    private static final int PARTITIONS = 3;
    private static final Duration SOON = Duration.ofSeconds(20);

    /** What was recorded and must be published. */
    record Recorded(String eventId, String topic, String key, long revision, @Nullable String payload) {
    }

    private final Servers servers;
    private final DataSource dataSource;
    private final TopicNames names;
    private final Map<String, String> topicIds;
    private final OutboxTable outbox;
    private final DatabaseLife life;
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<Recorded> recorded = new ArrayList<>();

    private RelayBench(Servers servers, DataSource dataSource, TopicNames names, Map<String, String> topicIds) {
        this.servers = servers;
        this.dataSource = dataSource;
        this.names = names;
        this.topicIds = topicIds;
        this.outbox = new OutboxTable(dataSource, new SettledSignal());
        this.life = new DatabaseLife(dataSource);
    }

    /** {@return topics of their own, and an outbox that begins a new life in the database that all benches share} */
    static RelayBench fresh() throws InterruptedException, ExecutionException, SQLException {
        String prefix = "r" + UUID.randomUUID().toString().substring(0, 8) + ".";
        Servers servers = RealServers.shared();
        TopicNames names = TestTopics.names(prefix, PARTITIONS, "bench", TOPICS);
        Map<String, String> topicIds = TestTopics.setup(names, servers.bootstrap()).ensure();
        return new RelayBench(servers, database(servers), names, topicIds).withFreshDatabase();
    }

    /** {@return another life of this service: ids begin at 1 again, nothing is remembered, and the topics are as they are} */
    RelayBench withFreshDatabase() throws SQLException {
        execute("truncate outbox restart identity");
        execute("truncate relay_position, republication, lost_ids");
        execute("update outbox_identity set id = gen_random_uuid(), epoch = 0, timeline = present_timeline(), traceable = true");
        execute("update relay_lease set owner = null, expires_at = '-infinity'");
        return new RelayBench(servers, dataSource, names, topicIds);
    }

    private static DataSource database(Servers servers) {
        String name = servers.createDatabase("relay");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(servers.jdbcUrl(name));
        source.setUser(name);
        source.setPassword(name);
        Flyway.configure().dataSource(source).locations("db/kit").load().migrate();
        return source;
    }

    String bootstrapServers() {
        return servers.bootstrap();
    }

    /** {@return calls between replicas, which wake by this signal} */
    RelayCalls calls(Vertx vertx, Connections connections, CommitSignal signal) {
        return new RelayCalls(dataSource, vertx, connections, signal);
    }

    RelayLease lease() {
        return new RelayLease(dataSource);
    }

    OutboxTable outbox() {
        return outbox;
    }

    DatabaseLife life() {
        return life;
    }

    TopicNames names() {
        return names;
    }

    Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** {@return what looks after the topics, as a relay that begins does} */
    TopicSetup topics() {
        return TestTopics.setup(names, servers.bootstrap());
    }

    /** {@return topics as they are known to a relay that began when the bench was made} */
    Map<String, String> topicIds() {
        return topicIds;
    }

    RelayRoute route() {
        return new RelayRoute(names, KafkaSettings.at(servers.bootstrap()));
    }

    /** {@return a route on which something happens when the given number of rows has reached the broker} */
    RelayRoute routeWithEventAfter(int rows, Runnable event) {
        long before = endOffsets("read_uncommitted");
        return new RelayRoute(names, KafkaSettings.at(servers.bootstrap())) {

            private int passed;

            @Override
            ProducerRecord<byte[], byte[]> record(UUID identity, OutboxRow row) {
                if (passed++ == rows) {
                    await().atMost(SOON).until(() -> endOffsets("read_uncommitted") >= before + rows);
                    event.run();
                }
                return super.record(identity, row);
            }
        };
    }

    RelayTerm begin() throws SQLException, InterruptedException {
        return begin(route());
    }

    RelayTerm begin(RelayRoute route) throws SQLException, InterruptedException {
        return RelayTerm.begin(route, outbox, life, topicIds);
    }

    /** Records changes of several keys on several topics, every fifth of them a deletion. */
    void record(int rows) throws SQLException {
        record(OutboxEntry.NO_PROJECT, rows);
    }

    /** Records changes of several keys of a project. */
    void record(long project, int rows) throws SQLException {
        List<OutboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Topic topic = TOPICS.get(i % TOPICS.size());
            String key = project + "/" + i % 14;
            long revision = revisions.merge(topic + key, 1L, Long::sum);
            String payload = i % 5 == 4 ? null : "{\"key\":\"%s\",\"n\":%d}".formatted(key, revision);
            entries.add(
                    new OutboxEntry(topic.topicName(), key, topic.eventType(), payload, Map.of(), revision, project));
        }
        long last = Long.parseLong(text("select coalesce(max(id), 0) from outbox"));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            new Outbox(new CommitSignal()).record(connection, entries);
            noteRecorded(connection, last);
            connection.commit();
        }
    }

    /** {@return this moment: rows, the ids that are given out next, and what is known of the topics} */
    Moment remember() throws SQLException {
        execute("drop table if exists outbox_then, position_then");
        execute("create table outbox_then as select * from outbox");
        execute("create table position_then as select * from relay_position");
        String lastId = text("select last_value from outbox_id_seq");
        return () -> {
            execute("truncate outbox, relay_position");
            execute("insert into outbox select * from outbox_then");
            execute("insert into relay_position select * from position_then");
            execute("select setval('outbox_id_seq', %s)".formatted(lastId));
        };
    }

    /** A moment to which the database can go back. */
    @FunctionalInterface
    interface Moment {

        void goBack() throws SQLException;
    }

    /** {@return the only value that a statement gives} */
    String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** Notes the rows before others see them: a relay may send and forget them at once. */
    private void noteRecorded(Connection connection, long after) throws SQLException {
        UUID identity = life.identity().outbox();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, aggregatetype, aggregateid, revision, payload from outbox where id > ? order by id")) {
            select.setLong(1, after);
            ResultSet row = select.executeQuery();
            while (row.next()) {
                recorded.add(new Recorded(identity + "/" + row.getLong(1), names.onBroker(row.getString(2)),
                        row.getString(3), row.getLong(4), row.getString(5)));
            }
        }
    }

    /** {@return what there was to publish, in the order of recording} */
    List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** Relays all there is, in batches. */
    static void relayAll(RelayTerm term) throws SQLException, InterruptedException, ExecutionException {
        while (term.relay(BATCH_ROWS, BATCH_BYTES) > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    static List<OutboxRow> read(RelayTerm term) throws SQLException, InterruptedException, ExecutionException {
        return term.read(BATCH_ROWS, BATCH_BYTES);
    }

    /** Asserts that each recorded row is on its topic exactly once, in order, and that the database knows it. */
    void assertPublishedExactlyOnce(List<Recorded> expected) throws SQLException {
        // a commit is acknowledged before the broker has marked its end in each partition, and readers see it with that
        await().atMost(SOON).until(() -> endOffsets("read_committed") == endOffsets("read_uncommitted"));
        List<ConsumerRecord<String, String>> published = published();
        assertThat(published).extracting(RelayBench::recorded).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(revisionsByKey(published)).allSatisfy((key, inOrder) -> assertThat(inOrder).isSorted());
        assertThat(outbox.oldest(0, 1, 1)).isEmpty();
        assertThat(positions()).isEqualTo(lastOffsets(published));
    }

    static Recorded recorded(ConsumerRecord<String, String> published) {
        return new Recorded(header(published, Headers.ID), published.topic(), published.key(),
                Long.parseLong(header(published, Headers.REVISION)), published.value());
    }

    private static Map<String, List<Long>> revisionsByKey(List<ConsumerRecord<String, String>> published) {
        Map<String, List<Long>> revisions = new LinkedHashMap<>();
        published.forEach(one -> revisions.computeIfAbsent(one.topic() + "/" + one.key(), key -> new ArrayList<>())
                .add(Long.parseLong(header(one, Headers.REVISION))));
        return revisions;
    }

    private static Map<TopicPartition, Long> lastOffsets(List<ConsumerRecord<String, String>> published) {
        Map<TopicPartition, Long> last = new HashMap<>();
        published.forEach(one -> last.merge(new TopicPartition(one.topic(), one.partition()), one.offset(), Math::max));
        return last;
    }

    private Map<TopicPartition, Long> positions() throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        outbox.positions()
                .offsets()
                .forEach((topic, partitions) -> partitions.forEach((partition, offset) -> positions
                        .put(new TopicPartition(Positions.name(topic), partition), offset)));
        positions.remove(new TopicPartition(names.manifests(), 0));
        return positions;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets the broker refuse manifests of more bytes. */
    void limitManifests(int bytes) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap()))) {
            ConfigEntry limit = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, route().manifests()),
                    List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET)))).all().get();
        }
    }

    /** {@return what a plain consumer reads from the beginning} */
    List<ConsumerRecord<String, String>> published() {
        return read("read_committed");
    }

    /** {@return how many records the broker has, those of a transaction that is open included} */
    int sent() {
        return read("read_uncommitted").size();
    }

    private List<ConsumerRecord<String, String>> read(String isolation) {
        List<ConsumerRecord<String, String>> published = new ArrayList<>();
        try (Consumer<String, String> consumer = consumer(isolation)) {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(published::add);
            }
        }
        return published;
    }

    private long endOffsets(String isolation) {
        try (Consumer<String, String> consumer = consumer(isolation)) {
            return consumer.endOffsets(partitions()).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : TOPICS) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                partitions.add(new TopicPartition(names.onBroker(topic), partition));
            }
        }
        return partitions;
    }

    private Consumer<String, String> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false, ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10),
                new StringDeserializer(), new StringDeserializer());
    }

    private static String header(ConsumerRecord<?, ?> published, String name) {
        return new String(published.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
