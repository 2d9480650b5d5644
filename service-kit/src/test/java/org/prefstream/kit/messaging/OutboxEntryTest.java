package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.labelstudio.error.ProblemException;

class OutboxEntryTest {

    @Test
    void whatTheBrokerWouldRefuseIsRefusedWhenItIsRecorded() {
        // Each of these letters is three bytes long
        String payload = "\u20ac".repeat(OutboxEntry.LARGEST_PAYLOAD_BYTES / 3 + 1);

        assertThatThrownBy(() -> entry(payload)).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.status()).isEqualTo(413));
    }

    @Test
    void theLargestPayloadIsTaken() {
        String payload = "x".repeat(OutboxEntry.LARGEST_PAYLOAD_BYTES);

        assertThat(entry(payload).payload()).isEqualTo(payload);
    }

    @Test
    void aDeletionIsATombstone() {
        assertThat(OutboxEntry.delete(Topic.TASKS, "1", 2, 3).payload()).isNull();
    }

    private static OutboxEntry entry(String payload) {
        return new OutboxEntry("topic", "key", "type", payload, Map.of(), 1);
    }
}
