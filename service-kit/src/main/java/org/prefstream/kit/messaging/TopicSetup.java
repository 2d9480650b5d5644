package org.prefstream.kit.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;

/**
 * Makes the topics that this service writes to, because the broker does not create topics by itself. Of those that exist it
 * checks partitions and settings. Nothing is published while one of them would lose or disorder records.
 */
@ApplicationScoped
public class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);

    private final TopicNames names;
    private final KafkaSettings kafka;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    TopicSetup(TopicNames names, KafkaSettings kafka) {
        this.names = names;
        this.kafka = kafka;
    }

    /**
     * Blocks until every topic exists as it must be.
     *
     * @return the topics' ids by their names on the broker
     * @throws TopicMismatch if one is such that records would be lost or disordered
     * @throws ExecutionException if the broker fails or does not answer
     */
    public Map<String, String> ensure() throws InterruptedException, ExecutionException {
        try (Admin admin = KafkaAdmin.open(kafka)) {
            List<TopicSettings> wanted = wanted();
            Set<String> existing = admin.listTopics().names().get();
            List<TopicSettings> missing = wanted.stream().filter(topic -> !existing.contains(topic.name())).toList();
            CreateTopicsResult made = admin.createTopics(missing.stream().map(TopicSettings::asNew).toList());
            Map<String, String> ids = new HashMap<>();
            for (TopicSettings topic : missing) {
                ids.put(topic.name(), made.topicId(topic.name()).get().toString());
                LOG.infof("made topic %s", topic.name());
            }
            verify(admin, wanted.stream().filter(topic -> existing.contains(topic.name())).toList(), ids);
            return ids;
        }
    }

    private void verify(Admin admin, List<TopicSettings> topics, Map<String, String> ids)
            throws InterruptedException, ExecutionException {
        Map<String, TopicDescription> described = KafkaAdmin.describe(admin,
                topics.stream().map(TopicSettings::name).toList());
        Map<ConfigResource, Config> configured = admin
                .describeConfigs(topics.stream().map(TopicSetup::resource).toList())
                .all()
                .get();
        List<String> dangers = new ArrayList<>();
        Set<String> concerns = new HashSet<>();
        for (TopicSettings topic : topics) {
            TopicDescription description = Objects.requireNonNull(described.get(topic.name()), topic.name());
            ids.put(topic.name(), description.topicId().toString());
            Config found = Objects.requireNonNull(configured.get(resource(topic)), topic.name());
            if (topic.name().equals(names.manifests())) {
                adjust(admin, topic, found);
            } else {
                dangers.addAll(topic.dangers(description, found));
                concerns.addAll(topic.concerns(description, found));
            }
        }
        concerns.stream().filter(said::add).forEach(LOG::warn);
        if (!dangers.isEmpty()) {
            throw new TopicMismatch(dangers);
        }
    }

    /** The manifests are nobody else's, and earlier versions kept only the last one of them. */
    private static void adjust(Admin admin, TopicSettings manifests, Config found)
            throws InterruptedException, ExecutionException {
        Map<String, String> missing = manifests.missing(found);
        if (missing.isEmpty()) {
            return;
        }
        Collection<AlterConfigOp> changes = missing.entrySet()
                .stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()),
                        AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(resource(manifests), changes)).all().get();
        LOG.infof("set %s of topic %s", missing, manifests.name());
    }

    private static ConfigResource resource(TopicSettings topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private List<TopicSettings> wanted() {
        List<TopicSettings> wanted = new ArrayList<>();
        for (Topic topic : names.owned()) {
            wanted.add(TopicSettings.compacted(names.onBroker(topic), names.partitions()));
        }
        for (Topic topic : names.consumed()) {
            wanted.add(TopicSettings.deadLetters(names.onBroker(names.deadLetters(topic))));
        }
        wanted.add(TopicSettings.manifests(names.manifests()));
        return wanted;
    }
}
