package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What was committed last is found whatever lies behind it. */
class TopicTailTest {

    @Test
    void thereIsNothingBeforeTheFirstTransaction() throws Exception {
        RelayBench bench = RelayBench.fresh();

        assertThat(lastManifest(bench)).isEmpty();
    }

    @Test
    void whatWasAbortedIsNothing() throws Exception {
        RelayBench bench = RelayBench.fresh();
        abort(bench, 5);

        assertThat(lastManifest(bench)).isEmpty();
    }

    @Test
    void theLastRecordIsFoundBehindManyAbortedTransactions() throws Exception {
        // Given one committed manifest, and aborted ones that fill the first two windows of the search
        RelayBench bench = RelayBench.fresh();
        bench.record(12);
        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }
        abort(bench, 60);

        // When
        Manifest found = lastManifest(bench).orElseThrow();

        // Then
        assertThat(found.outbox()).isEqualTo(bench.life().identity().outbox());
        assertThat(found.ids()).hasSize(12);
    }

    private static Optional<Manifest> lastManifest(RelayBench bench) {
        try (TopicTail tail = new TopicTail(KafkaSettings.at(bench.bootstrapServers()))) {
            return tail.last(new TopicPartition(bench.route().manifests(), 0))
                    .map(record -> Manifest.read(record.value()));
        }
    }

    private static void abort(RelayBench bench, int transactions) throws Exception {
        String topic = bench.route().manifests();
        try (Producer<String, String> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bench.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int i = 0; i < transactions; i++) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(topic, 0, "manifest", "{}")).get();
                producer.abortTransaction();
            }
        }
    }
}
