package org.prefstream.export.snapshot;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.config.ConfigResource;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.TopicReader;

/** Topics that the broker compacts as soon as it can, as it would in weeks. Its cleaner is as it was once this is closed. */
final class CompactedTopics implements AutoCloseable {

    /** The broker's default lets its cleaner rest for 15 s. */
    private static final Map<String, String> RESTLESS = Map.of("log.cleaner.backoff.ms", "200");
    /** What is older than some milliseconds is closed, compacted and, where it is a tombstone, taken away. */
    private static final Map<String, String> SHORT_LIVED = Map.of("segment.ms", "50", "min.cleanable.dirty.ratio",
            "0.0", "min.compaction.lag.ms", "0", "max.compaction.lag.ms", "50", "delete.retention.ms", "0");
    private static final ConfigResource ALL_BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");

    private final Admin admin = Admin
            .create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, RealServers.shared().bootstrap()));
    private final TopicReader reader;

    /** @param database whose topics are meant */
    CompactedTopics(String database) {
        reader = RealServers.topics(database);
    }

    /** From now on the broker compacts these. */
    void compact(Collection<String> names) {
        alter(ALL_BROKERS, RESTLESS, OpType.SET);
        names.forEach(name -> alter(new ConfigResource(ConfigResource.Type.TOPIC, name), SHORT_LIVED, OpType.SET));
    }

    /** {@return all that is left of a topic} */
    ConsumerRecords<String, byte[]> left(Topic topic) {
        return reader.records(topic);
    }

    /** {@return whether an older record of a key is left, or a tombstone, among these keys} */
    boolean hasPast(Topic topic, Set<String> keys) {
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : left(topic)) {
            if (keys.contains(record.key()) && (record.value() == null || !seen.add(record.key()))) {
                return true;
            }
        }
        return false;
    }

    /** {@return how many records of these keys are left} */
    int size(Topic topic, Set<String> keys) {
        int size = 0;
        for (ConsumerRecord<String, byte[]> record : left(topic)) {
            size += keys.contains(record.key()) ? 1 : 0;
        }
        return size;
    }

    @Override
    public void close() {
        alter(ALL_BROKERS, RESTLESS, OpType.DELETE);
        admin.close();
    }

    private void alter(ConfigResource of, Map<String, String> settings, OpType how) {
        List<AlterConfigOp> changes = settings.entrySet()
                .stream()
                .map(one -> new AlterConfigOp(new ConfigEntry(one.getKey(), one.getValue()), how))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(of, changes)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
