package org.prefstream.kit.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.json.Json;

/**
 * What could not be applied, addressed to the topic for such records: the raw bytes in base64, cause and origin in headers.
 *
 * @param topicName the topic, without this installation's prefix
 */
record DeadLetters(String topicName) {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    /** In base64 this stays below what the outbox takes. What is longer is cut; the whole value is still at its origin. */
    private static final int LARGEST_RAW_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_HEADER = 1_000;

    /** {@return the letter for a polled record; the cause may quote the record, so the log leaves the cause's text out} */
    OutboxEntry of(ConsumerRecord<String, byte[]> record, Throwable failure) {
        byte[] raw = record.value() == null ? new byte[0] : record.value();
        return letter(record.topic() + "-" + record.partition() + "-" + record.offset(), String.valueOf(record.key()),
                raw, failure);
    }

    /** {@return the letter for a record that was stored before, whose place on the topic is no longer known} */
    OutboxEntry of(TopicRecord record, Throwable failure) {
        return letter(record.topic().topicName() + "/" + record.key(), record.key(),
                Json.write(record).getBytes(StandardCharsets.UTF_8), failure);
    }

    private OutboxEntry letter(String origin, String key, byte[] value, Throwable failure) {
        Throwable cause = rootCause(failure);
        LOG.errorf("put aside %s, which cannot be applied, in %s: %s", origin, topicName,
                cause.getClass().getSimpleName());
        byte[] raw = value;
        Map<String, String> headers = new HashMap<>(
                Map.of("ps_cause", shortened(cause.getClass().getSimpleName() + ": " + cause.getMessage()), "ps_origin",
                        origin, "ps_key", shortened(key)));
        if (raw.length > LARGEST_RAW_BYTES) {
            headers.put("ps_bytes", Integer.toString(raw.length));
            raw = Arrays.copyOf(raw, LARGEST_RAW_BYTES);
        }
        return new OutboxEntry(topicName, origin, "org.prefstream.dead-letter.v1",
                Base64.getEncoder().encodeToString(raw), headers, 1);
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_HEADER ? text.substring(0, LONGEST_HEADER) + "…" : text;
    }
}
