package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;

/** Topics are made once, and then must stay as they are. */
class TopicSetupTest {

    private final String prefix = "s" + UUID.randomUUID().toString().substring(0, 8) + ".";
    private final String bootstrap = RealServers.shared().bootstrap();

    @Test
    void topicsThatStandAsTheyMustAreLeftAlone() throws Exception {
        setup(3).ensure();

        assertThatNoException().isThrownBy(() -> setup(3).ensure());
    }

    @Test
    void aTopicWithOtherPartitionsIsNamed() throws Exception {
        setup(3).ensure();

        assertThatThrownBy(() -> setup(12).ensure()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining(prefix + "prefstream.tasks.v1 has 3 partitions")
                .hasMessageContaining("prefstream.topics.partitions is 12");
    }

    @Test
    void aTopicThatLosesRecordsOrRefusesThemIsNamedWithItsSettings() throws Exception {
        setup(3).ensure();
        set(tasks(), TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete");
        set(tasks(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1048588");

        assertThatThrownBy(() -> setup(3).ensure()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining(
                        "topic %s has cleanup.policy=compact,delete, which must be compact".formatted(tasks()))
                .hasMessageContaining(
                        "topic %s has max.message.bytes=1048588, which must be at least 8388608".formatted(tasks()));

        set(tasks(), TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
        set(tasks(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "16777216");
        assertThatNoException().isThrownBy(() -> setup(3).ensure());
    }

    @Test
    void aTopicThatNoReplicasCouldAcknowledgeIsNamed() throws Exception {
        setup(3).ensure();
        set(tasks(), TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");

        assertThatThrownBy(() -> setup(3).ensure()).isInstanceOf(TopicMismatch.class)
                .hasMessageContaining("min.insync.replicas=2, which must be at most 1");
    }

    @Test
    void whatEndangersOnlyReadersIsSaidAndPublishingGoesOn() throws Exception {
        setup(3).ensure();
        set(tasks(), TopicConfig.DELETE_RETENTION_MS_CONFIG, "1000");
        set(tasks(), TopicConfig.COMPRESSION_TYPE_CONFIG, "gzip");

        List<String> said = new ArrayList<>();
        Handler handler = new Handler() {

            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getMessage());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
        Logger logger = Logger.getLogger(TopicSetup.class.getName());
        logger.addHandler(handler);
        try {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                setup(3).ensure(); // the broker may say for a moment what was set before
                assertThat(said).anyMatch(
                        line -> line.startsWith("topic " + tasks() + " has delete.retention.ms=1000, which must be"))
                        .anyMatch(line -> line
                                .startsWith("topic " + tasks() + " has compression.type=gzip, which must be"));
            });
        } finally {
            logger.removeHandler(handler);
        }
    }

    @Test
    void manifestsOfAnEarlierVersionAreKeptFromNowOn() throws Exception {
        setup(3).ensure();
        String manifests = names(3).manifests();
        set(manifests, TopicConfig.CLEANUP_POLICY_CONFIG, "compact");

        setup(3).ensure();

        try (Admin admin = admin()) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, manifests);
            Config found = Objects.requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
            assertThat(found.get(TopicConfig.CLEANUP_POLICY_CONFIG).value()).isEqualTo("delete");
            assertThat(found.get(TopicConfig.RETENTION_MS_CONFIG).value()).isEqualTo("-1");
        }
    }

    @Test
    void aTopicIsNamedByAnIdThatStays() throws Exception {
        Map<String, String> made = setup(3).ensure();

        assertThat(setup(3).ensure()).isEqualTo(made).containsKeys(tasks(), names(3).manifests());
        assertThat(new TopicIds(KafkaSettings.at(bootstrap)).of(tasks())).contains(String.valueOf(made.get(tasks())));
        assertThat(new TopicIds(KafkaSettings.at(bootstrap)).of(prefix + "nowhere")).isEmpty();
    }

    private void set(String topic, String setting, String value) throws Exception {
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET)))).all().get();
        }
    }

    private Admin admin() {
        return KafkaAdmin.open(KafkaSettings.at(bootstrap));
    }

    private String tasks() {
        return names(3).onBroker(Topic.TASKS);
    }

    private TopicNames names(int partitions) {
        return TestTopics.names(prefix, partitions, "setup", List.of(Topic.TASKS));
    }

    private TopicSetup setup(int partitions) {
        return TestTopics.setup(names(partitions), bootstrap);
    }
}
