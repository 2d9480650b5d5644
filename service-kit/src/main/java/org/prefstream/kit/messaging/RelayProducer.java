package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends records and a manifest in one Kafka transaction. Whoever begins later fences it: it cannot commit any more. */
final class RelayProducer implements AutoCloseable {

    private final String manifests;
    private final Producer<byte[], byte[]> producer;
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    private RelayProducer(String manifests, Producer<byte[], byte[]> producer) {
        this.manifests = manifests;
        this.producer = producer;
    }

    /** Fences the producers of this service before it, and aborts what they left open. */
    static RelayProducer begin(RelayRoute route) {
        RelayProducer begun = new RelayProducer(route.manifests(), new KafkaProducer<>(
                route.kafka().with(settings(route)), new ByteArraySerializer(), new ByteArraySerializer()));
        try {
            begun.producer.initTransactions();
            return begun;
        } catch (RuntimeException | Error e) {
            begun.close();
            throw e;
        }
    }

    /**
     * Begins a transaction and sends all of it.
     *
     * @return the last offset of each partition, that of the manifest included, once the broker has it all
     */
    Positions send(Stream<ProducerRecord<byte[], byte[]>> records, Manifest manifest)
            throws InterruptedException, ExecutionException {
        producer.beginTransaction();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        records.forEach(record -> acknowledgements.add(producer.send(record)));
        Future<RecordMetadata> last = producer.send(new ProducerRecord<>(manifests, 0, null, manifest.bytes()));
        acknowledgements.add(last);
        // We flush here, although a commit flushes. The client (4.1.1) asks whether something is left to send before it takes
        // the lock under which it then dequeues the commit. So it may commit without a record that was appended in between.
        producer.flush();
        last.get();
        return positions(acknowledgements);
    }

    /** Makes visible what was sent. */
    void commit() {
        producer.commitTransaction();
    }

    private Positions positions(List<Future<RecordMetadata>> acknowledgements)
            throws InterruptedException, ExecutionException {
        Positions.Gathering sentTo = new Positions.Gathering();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            RecordMetadata sent = acknowledgement.get();
            if (!sent.hasOffset()) {
                throw new IllegalStateException(
                        "the broker did not say at which offset a record of %s is".formatted(sent.topic()));
            }
            requireHigher(sent);
            sentTo.add(sent.topic(), sent.partition(), sent.offset());
        }
        return sentTo.positions();
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

    /** Ends at once. An open transaction is left for the next producer to abort. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
