package org.prefstream.kit.messaging;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.prefstream.labelstudio.json.Json;

/**
 * The time during which one relay is active. A term begins by fencing the relay before it, and by ending what that one may have
 * left half done. It ends for good with the first exception. Only the last batch can ever be in doubt, and its manifest says
 * what became of it. So nothing is lost or doubled, whichever step is the last that a relay takes.
 */
final class RelayTerm implements AutoCloseable {

    private static final byte[] MANIFEST_KEY = "manifest".getBytes(StandardCharsets.UTF_8);

    private final RelayRoute route;
    private final OutboxTable outbox;
    private final Producer<byte[], byte[]> producer;
    private final UUID identity;

    private RelayTerm(RelayRoute route, OutboxTable outbox, UUID identity) {
        this.route = route;
        this.outbox = outbox;
        this.identity = identity;
        this.producer = new KafkaProducer<>(settings(route), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Makes this relay active. From now on a relay that was active before, and is paused or slow, cannot commit any more. */
    static RelayTerm begin(RelayRoute route, OutboxTable outbox) throws SQLException {
        RelayTerm term = new RelayTerm(route, outbox, outbox.identity());
        try {
            term.producer.initTransactions();
            term.settleLast();
            return term;
        } catch (SQLException | RuntimeException e) {
            term.close();
            throw e;
        }
    }

    /** Settles the batch of the last manifest, if its relay did not. The topics themselves then say how far they are. */
    private void settleLast() throws SQLException {
        try (TopicTail tail = new TopicTail(route.bootstrapServers())) {
            Optional<Manifest> last = tail.last(new TopicPartition(route.manifests(), 0))
                    .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), Manifest.class))
                    .filter(manifest -> manifest.outbox().equals(identity));
            if (last.isPresent()) {
                Set<String> topics = outbox.topicsOf(last.get().ids()).stream().map(route::topic).collect(toSet());
                settle(new Sent(last.get().ids(), tail.positions(topics)));
            }
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
        return outbox.oldest(rows, bytes);
    }

    /**
     * What the broker has acknowledged.
     *
     * @param ids the outbox rows
     * @param positions the last offset of each partition that they went to
     */
    record Sent(List<Long> ids, Positions positions) {
    }

    /** Step 2: sends rows and their manifest in one Kafka transaction. {@return what was sent, once the broker has it all} */
    Sent send(List<OutboxRow> batch) throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        for (OutboxRow row : batch) {
            acknowledgements.add(producer.send(route.record(identity, row)));
        }
        List<Long> ids = batch.stream().map(OutboxRow::id).toList();
        byte[] manifest = Json.write(new Manifest(identity, ids)).getBytes(StandardCharsets.UTF_8);
        Future<RecordMetadata> acknowledged = producer
                .send(new ProducerRecord<>(route.manifests(), 0, MANIFEST_KEY, manifest));
        // We flush here, although a commit flushes. The client (4.1.1) asks whether something is left to send before it takes
        // the lock under which it then dequeues the commit. So it may commit without a record that was appended in between.
        producer.flush();
        acknowledged.get();
        return new Sent(ids, positions(acknowledgements));
    }

    /** Step 3: makes the batch visible, manifest included. */
    void commit() {
        producer.commitTransaction();
    }

    /** Step 4: forgets the rows, and stores how far the topics are. */
    void settle(Sent sent) throws SQLException {
        outbox.settle(sent.ids(), sent.positions());
    }

    private static Positions positions(List<Future<RecordMetadata>> acknowledgements)
            throws InterruptedException, ExecutionException {
        Map<String, Map<Integer, Long>> offsets = new HashMap<>();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            RecordMetadata sent = acknowledgement.get();
            if (!sent.hasOffset()) {
                throw new IllegalStateException(
                        "the broker did not say at which offset a record of %s is".formatted(sent.topic()));
            }
            offsets.computeIfAbsent(sent.topic(), topic -> new HashMap<>())
                    .merge(sent.partition(), sent.offset(), Math::max);
        }
        return new Positions(offsets);
    }

    private static Map<String, Object> settings(RelayRoute route) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, route.bootstrapServers());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, route.manifests());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A few rows go in one request, instead of the first one alone. They are there before 1 ms is over, and the flush waits
        // for nothing. With a longer time the batches of an import grow to a size that its readers feel.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        // Every client reads uncompressed records without a library beside its own, and they cost least (ADR 0011).
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
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
