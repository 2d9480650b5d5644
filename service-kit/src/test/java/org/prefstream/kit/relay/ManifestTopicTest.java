package org.prefstream.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** The last manifest is found whatever lies behind it. */
class ManifestTopicTest {

    @Test
    void thereIsNoManifestBeforeTheFirstTransaction() throws Exception {
        RelayBench bench = RelayBench.fresh();

        assertThat(ManifestTopic.last(bench.bootstrapServers(), bench.route().manifests())).isEmpty();
    }

    @Test
    void manifestsOfAbortedTransactionsAreNone() throws Exception {
        RelayBench bench = RelayBench.fresh();
        abort(bench, 5);

        assertThat(ManifestTopic.last(bench.bootstrapServers(), bench.route().manifests())).isEmpty();
    }

    @Test
    void theLastManifestIsFoundBehindManyAbortedTransactions() throws Exception {
        // Given one committed manifest, and aborted ones that fill the first two windows of the search
        RelayBench bench = RelayBench.fresh();
        bench.record(12);
        try (RelayTerm term = bench.begin()) {
            RelayBench.relayAll(term);
        }
        abort(bench, 60);

        // When
        Manifest found = ManifestTopic.last(bench.bootstrapServers(), bench.route().manifests()).orElseThrow();

        // Then
        assertThat(found.outbox()).isEqualTo(bench.outbox().identity());
        assertThat(found.ids()).hasSize(12);
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
