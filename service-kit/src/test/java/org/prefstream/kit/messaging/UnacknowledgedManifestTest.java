package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

/**
 * A transaction without its manifest would be published twice if the relay then died. Kafka's client (4.1.1) may commit
 * before it has sent what was appended a moment ago, so a relay must not ask for the commit before the manifest is there.
 */
class UnacknowledgedManifestTest {

    @Test
    void aManifestThatTheBrokerRefusesEndsTheTermBeforeTheCommit() throws Exception {
        // Given a broker that takes the rows and refuses the manifest
        RelayBench bench = RelayBench.fresh();
        bench.record(15);
        bench.limitManifests(10);

        // When
        try (RelayTerm term = bench.begin()) {
            List<OutboxRow> batch = RelayBench.read(term);
            assertThatThrownBy(() -> term.send(batch)).isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }

        // Then
        bench.limitManifests(1 << 20);
        try (RelayTerm successor = bench.begin()) {
            RelayBench.relayAll(successor);
        }
        bench.assertPublishedExactlyOnce(bench.recorded());
    }
}
