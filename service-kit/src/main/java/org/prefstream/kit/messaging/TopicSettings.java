package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How a topic must be: its partitions and its settings.
 *
 * @param name on the broker
 * @param settings those with which it is made
 */
record TopicSettings(String name, int partitions, Map<String, String> settings) {

    private static final String LARGEST_RECORD_BYTES = String.valueOf(8 * 1024 * 1024);
    private static final String COPIES_MAY_BE_AWAY_MS = String.valueOf(Duration.ofDays(30).toMillis());
    /** As many as are sent in some hours, and the last one for ever. */
    private static final String MANIFESTS_BYTES = String.valueOf(256 * 1024 * 1024);
    private static final String MANIFEST_SEGMENT_BYTES = String.valueOf(16 * 1024 * 1024);

    TopicSettings {
        settings = Map.copyOf(settings);
    }

    /** {@return a topic that holds the last state of each key} */
    static TopicSettings compacted(String name, int partitions) {
        return new TopicSettings(name, partitions,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG, COPIES_MAY_BE_AWAY_MS,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD_BYTES));
    }

    /** {@return a topic of dead letters} */
    static TopicSettings deadLetters(String name) {
        return new TopicSettings(name, 1,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, COPIES_MAY_BE_AWAY_MS, TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST_RECORD_BYTES));
    }

    /** {@return the topic of the relay's manifests, of which the youngest are kept however old they are} */
    static TopicSettings manifests(String name) {
        return new TopicSettings(name, 1,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, MANIFESTS_BYTES,
                        TopicConfig.SEGMENT_BYTES_CONFIG, MANIFEST_SEGMENT_BYTES, TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        LARGEST_RECORD_BYTES));
    }

    NewTopic asNew() {
        // The replication factor is the broker's default: 1 locally, and in a cluster what its operator chose.
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings);
    }

    /** {@return the settings that the topic has otherwise than it would be made} */
    Map<String, String> missing(Config found) {
        Map<String, String> missing = new HashMap<>();
        settings.forEach((setting, wanted) -> {
            if (!wanted.equals(value(found, setting))) {
                missing.put(setting, wanted);
            }
        });
        return missing;
    }

    /** {@return what is wrong so that publishing would lose or disorder records: each as a sentence's part} */
    List<String> dangers(TopicDescription description, Config found) {
        List<String> dangers = new ArrayList<>();
        int present = description.partitions().size();
        if (present != partitions) {
            dangers.add("topic %s has %d partitions, but prefstream.topics.partitions is %d".formatted(name, present,
                    partitions));
        }
        String cleanup = value(found, TopicConfig.CLEANUP_POLICY_CONFIG);
        if (isCompacted() && !cleanup.equals(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            dangers.add(says(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup, TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        if (number(found, TopicConfig.MAX_MESSAGE_BYTES_CONFIG) < Long.parseLong(LARGEST_RECORD_BYTES)) {
            dangers.add(says(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, value(found, TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
                    "at least " + LARGEST_RECORD_BYTES));
        }
        long inSync = number(found, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        if (inSync > replicas(description)) {
            dangers.add(says(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Long.toString(inSync),
                    "at most %d, the number of its replicas".formatted(replicas(description))));
        }
        return dangers;
    }

    /** {@return what an operator should know of, though records are published all the same: each as a sentence's part} */
    List<String> concerns(TopicDescription description, Config found) {
        List<String> concerns = new ArrayList<>();
        if (isCompacted()
                && number(found, TopicConfig.DELETE_RETENTION_MS_CONFIG) < Long.parseLong(COPIES_MAY_BE_AWAY_MS)) {
            concerns.add(says(TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    value(found, TopicConfig.DELETE_RETENTION_MS_CONFIG), "at least " + COPIES_MAY_BE_AWAY_MS
                            + ", or a copy that was away for longer keeps what was deleted"));
        }
        if (!isCompacted() && !value(found, TopicConfig.CLEANUP_POLICY_CONFIG)
                .equals(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG))) {
            concerns.add(says(TopicConfig.CLEANUP_POLICY_CONFIG, value(found, TopicConfig.CLEANUP_POLICY_CONFIG),
                    String.valueOf(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG))));
        }
        if (replicas(description) > 1 && number(found, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG) < 2) {
            concerns.add(says(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1",
                    "at least 2 with %d replicas, or a record that was acknowledged can be lost with one broker"
                            .formatted(replicas(description))));
        }
        String compression = value(found, TopicConfig.COMPRESSION_TYPE_CONFIG);
        if (!Set.of("producer", "uncompressed").contains(compression)) {
            concerns.add(says(TopicConfig.COMPRESSION_TYPE_CONFIG, compression,
                    "producer, or readers need what that codec needs"));
        }
        return concerns;
    }

    private boolean isCompacted() {
        return TopicConfig.CLEANUP_POLICY_COMPACT.equals(settings.get(TopicConfig.CLEANUP_POLICY_CONFIG));
    }

    private String says(String setting, String found, String wanted) {
        return "topic %s has %s=%s, which must be %s".formatted(name, setting, found, wanted);
    }

    private static int replicas(TopicDescription description) {
        return description.partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0);
    }

    private static long number(Config found, String setting) {
        return Long.parseLong(value(found, setting));
    }

    private static String value(Config found, String setting) {
        return found.get(setting).value();
    }
}
