package org.prefstream.export;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.Headers;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.labelstudio.json.Json;

/** Publishes what the owners' relays would, each record in a Kafka transaction, and lets the stand-ins know how far that is. */
@ApplicationScoped
public class Owners {

    /** How long anything may take on a busy machine. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private static final Set<Topic> OF_ANNOTATION_SERVICE = Set.of(Topic.ANNOTATIONS, Topic.PREFERENCES);

    private final TopicNames names;
    private final String bootstrapServers;
    private Producer<String, byte[]> producer;

    Owners(TopicNames names, @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.names = names;
        this.bootstrapServers = bootstrapServers;
        makeTopics(bootstrapServers);
        this.producer = open();
    }

    private Producer<String, byte[]> open() {
        Producer<String, byte[]> opened = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG, names.onBroker("owners")),
                new StringSerializer(), new ByteArraySerializer());
        opened.initTransactions();
        return opened;
    }

    /** One change of a key. */
    public record Publication(Topic topic, String key, long revision, @Nullable TopicRecord state) {

        public static Publication of(TopicRecord state, long revision) {
            return new Publication(state.topic(), state.key(), revision, state);
        }

        public static Publication deletion(Topic topic, long key, long revision) {
            return new Publication(topic, Long.toString(key), revision, null);
        }
    }

    public void publish(Peers peers, TopicRecord state) {
        publish(peers, List.of(Publication.of(state, 1)));
    }

    public void publish(Peers peers, Stream<? extends TopicRecord> states) {
        publish(peers, states.map(state -> Publication.of(state, 1)).toList());
    }

    public synchronized void publish(Peers peers, List<Publication> publications) {
        publications.stream()
                .filter(one -> one.topic() == Topic.PROJECTS)
                .forEach(one -> peers.task().owns("projects/" + one.key(), one.revision(), one.state()));
        for (Publication one : publications) {
            if (one.state() instanceof AccessRecord person) {
                peers.task().owns("access/" + person.tokenHash(), one.revision(), person);
            }
        }
        List<Map.Entry<Topic, Future<RecordMetadata>>> sent = committed(publications);
        sent.forEach(one -> {
            try {
                RecordMetadata at = one.getValue().get();
                PeerStandIn owner = OF_ANNOTATION_SERVICE.contains(one.getKey()) ? peers.annotation() : peers.task();
                owner.published(new Positions(Map.of(at.topic(), Map.of(at.partition(), at.offset()))));
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * A busy broker 4.1 may end a transaction twice, and tell the producer of the second time only, which ends it. Then all is published
     * once more, as a relay does: the same revision again changes nothing.
     */
    private List<Map.Entry<Topic, Future<RecordMetadata>>> committed(List<Publication> publications) {
        try {
            return commit(publications);
        } catch (InvalidTxnStateException ended) {
            producer.close(Duration.ZERO);
            producer = open();
            return commit(publications);
        }
    }

    private List<Map.Entry<Topic, Future<RecordMetadata>>> commit(List<Publication> publications) {
        producer.beginTransaction();
        List<Map.Entry<Topic, Future<RecordMetadata>>> sent = new ArrayList<>();
        publications.forEach(one -> sent.add(Map.entry(one.topic(), producer.send(record(one)))));
        producer.commitTransaction();
        return sent;
    }

    private ProducerRecord<String, byte[]> record(Publication one) {
        TopicRecord state = one.state();
        byte[] value = state == null ? null : Json.write(state).getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(names.onBroker(one.topic()), one.key(), value);
        record.headers().add(Headers.REVISION, Long.toString(one.revision()).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private void makeTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            admin.createTopics(names.consumed()
                    .stream()
                    .map(names::onBroker)
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, names.partitions(), (short) 1)
                            .configs(Map.of("cleanup.policy", "compact")))
                    .toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
