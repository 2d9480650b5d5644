package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;

/**
 * Makes the topics that this service writes to, because the broker does not create topics by itself. Of those that exist it
 * checks the number of partitions. Another number would break the order of each key's records, so nothing is published then.
 */
@ApplicationScoped
public class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    private static final String LARGEST_RECORD_BYTES = String.valueOf(8 * 1024 * 1024);
    private static final String DELETE_RETENTION_MS = String.valueOf(Duration.ofDays(30).toMillis());

    private final TopicNames names;
    private final String bootstrapServers;
    private volatile boolean done;

    TopicSetup(TopicNames names, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.names = names;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Blocks until every topic exists with the right number of partitions.
     *
     * @throws TopicMismatch if one has another number of partitions
     * @throws ExecutionException if the broker fails or does not answer
     */
    public void ensure() throws InterruptedException, ExecutionException {
        if (done) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000))) {
            List<NewTopic> wanted = wanted();
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
            missing.forEach(topic -> LOG.infof("made topic %s", topic.name()));
            verify(admin, wanted.stream().filter(topic -> existing.contains(topic.name())).toList());
        }
        done = true;
    }

    private static void verify(Admin admin, List<NewTopic> wanted) throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> found = admin.describeTopics(wanted.stream().map(NewTopic::name).toList())
                .allTopicNames()
                .get();
        for (NewTopic topic : wanted) {
            TopicDescription description = found.get(topic.name());
            int partitions = description == null ? 0 : description.partitions().size();
            if (partitions != topic.numPartitions()) {
                throw new TopicMismatch(topic.name(), topic.numPartitions(), partitions);
            }
        }
    }

    private List<NewTopic> wanted() {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : names.owned()) {
            wanted.add(topic(names.onBroker(topic), names.partitions(), compacted()));
        }
        for (Topic topic : names.consumed()) {
            wanted.add(topic(names.onBroker(names.deadLetters(topic)), 1, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, DELETE_RETENTION_MS)));
        }
        Map<String, String> manifests = new HashMap<>(compacted());
        manifests.put(TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(1024 * 1024));
        wanted.add(topic(names.manifests(), 1, manifests));
        return wanted;
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.DELETE_RETENTION_MS_CONFIG, DELETE_RETENTION_MS);
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = settings.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, LARGEST_RECORD_BYTES);
        // The replication factor is the broker's default: 1 locally, and in a cluster what its operator chose.
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(all);
    }
}
