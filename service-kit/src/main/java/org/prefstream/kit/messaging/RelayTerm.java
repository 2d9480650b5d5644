package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.prefstream.kit.messaging.DatabaseLife.Identity;

/**
 * The time during which one relay is active. A term begins by fencing the relay before it, and by ending what that one may have
 * left half done ({@link Takeover}). It ends for good with the first exception. Only the last batch can ever be in doubt, and its
 * manifest says what became of it. So nothing is lost or doubled, whichever step is the last that a relay takes.
 */
final class RelayTerm implements AutoCloseable {

    private final RelayRoute route;
    private final OutboxTable outbox;
    private final DatabaseLife life;
    private final Map<String, String> topicIds;
    private final Identity identity;
    private final OutboxFloor floor = new OutboxFloor();
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final Producer<byte[], byte[]> producer;

    private RelayTerm(RelayRoute route, OutboxTable outbox, DatabaseLife life, Map<String, String> topicIds,
            Producer<byte[], byte[]> producer) throws SQLException, InterruptedException {
        this.route = route;
        this.outbox = outbox;
        this.life = life;
        this.topicIds = topicIds;
        this.producer = producer;
        this.identity = new Takeover(route, outbox, life, topicIds).takeOver();
    }

    /**
     * Makes this relay active. From now on a relay that was active before, and is paused or slow, cannot commit any more.
     *
     * @param topicIds the ids of the topics that this service writes to, by their names on the broker
     * @throws TopicMismatch if a topic no longer holds what was published to it
     */
    static RelayTerm begin(RelayRoute route, OutboxTable outbox, DatabaseLife life, Map<String, String> topicIds)
            throws SQLException, InterruptedException {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(route.kafka().with(settings(route)),
                new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new RelayTerm(route, outbox, life, topicIds, producer);
        } catch (SQLException | InterruptedException | RuntimeException | Error e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Relays the oldest rows. {@return how many there were} */
    int relay(int rows, long bytes) throws SQLException, InterruptedException, ExecutionException {
        List<OutboxRow> batch = read(rows, bytes);
        if (batch.isEmpty()) {
            return 0;
        }
        Sent sent = send(batch);
        commit();
        settle(sent);
        return batch.size();
    }

    /** Step 1: reads the oldest rows. {@return them, after the end of the database's transaction} */
    List<OutboxRow> read(int rows, long bytes) throws SQLException {
        boolean mayRise = floor.look(life::writers);
        List<OutboxRow> found = outbox.oldest(floor.present(), rows, bytes);
        if (mayRise) {
            floor.read(found);
        }
        return found;
    }

    /**
     * What the broker has acknowledged.
     *
     * @param rows the outbox rows
     * @param positions the last offset of each partition that they went to, and that of the manifest
     */
    record Sent(RowNames rows, Positions positions) {
    }

    /** Step 2: sends rows and their manifest in one Kafka transaction. {@return what was sent, once the broker has it all} */
    Sent send(List<OutboxRow> batch) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        for (OutboxRow row : batch) {
            acknowledgements.add(producer.send(route.record(identity.outbox(), row)));
        }
        RowNames names = RowNames.of(batch);
        Future<RecordMetadata> manifest = producer
                .send(new ProducerRecord<>(route.manifests(), 0, null, Manifest.of(identity, names).bytes()));
        acknowledgements.add(manifest);
        // We flush here, although a commit flushes. The client (4.1.1) asks whether something is left to send before it takes
        // the lock under which it then dequeues the commit. So it may commit without a record that was appended in between.
        producer.flush();
        manifest.get();
        return new Sent(names, positions(acknowledgements).withIds(topicIds));
    }

    /** Step 3: makes the batch visible, manifest included. */
    void commit() {
        producer.commitTransaction();
    }

    /** Step 4: forgets the rows, and stores how far the topics are. */
    void settle(Sent sent) throws SQLException {
        outbox.settle(sent.rows(), sent.positions());
        floor.settled(sent.rows());
    }

    private Positions positions(List<Future<RecordMetadata>> acknowledgements)
            throws InterruptedException, ExecutionException {
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            RecordMetadata sent = acknowledgement.get();
            if (!sent.hasOffset()) {
                throw new IllegalStateException(
                        "the broker did not say at which offset a record of %s is".formatted(sent.topic()));
            }
            requireHigher(sent);
            offsets.computeIfAbsent(sent.topic(), topic -> new HashMap<>())
                    .merge(sent.partition(), sent.offset(), Math::max);
        }
        return new Positions(offsets);
    }

    /** A topic that is made anew while it is written to begins at 0 again. The next term looks what became of it. */
    private void requireHigher(RecordMetadata sent) {
        Long before = reached.put(new TopicPartition(sent.topic(), sent.partition()), sent.offset());
        if (before != null && before >= sent.offset()) {
            throw new IllegalStateException("%s-%d goes on at %d, which is not behind %d; was it made anew?"
                    .formatted(sent.topic(), sent.partition(), sent.offset(), before));
        }
    }

    private static Map<String, Object> settings(RelayRoute route) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, route.manifests());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // The flush behind the last row ends it. Until then rows gather, so that an import's batch goes in as few requests as it
        // can: a broker without replicas writes each of them to the disk, partition by partition, before it takes the next one.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        // The client's 32 MiB hold 64 of them: more than the partitions of two topics on a cluster and the rows of a batch fill. Whoever
        // waited for room would wait for the linger.
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        // Every client reads uncompressed records without a library beside its own, and they cost least (ADR 0011).
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        return settings;
    }

    /** Ends the term at once. It leaves an open Kafka transaction for its successor to abort. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
