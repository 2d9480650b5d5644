package org.prefstream.embedded.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.prefstream.contract.Topic;

/**
 * Reads topics as a training job does: with a plain client, from the beginning, committed records only. It is the one reader
 * of all modules' tests; those who use it have the contract among their dependencies.
 */
public final class TopicReader {

    private static final Duration READ_MAX = Duration.ofSeconds(60);
    private static final Duration AWAIT_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final String topicPrefix;

    /**
     * Reads from a broker.
     *
     * @param topicPrefix
     *            what stands before the names of the topics; empty outside of tests
     */
    public TopicReader(String bootstrapServers, String topicPrefix) {
        this.bootstrapServers = bootstrapServers;
        this.topicPrefix = topicPrefix;
    }

    /** {@return every record that is on the topic now, in the order of each partition} */
    public List<TopicEntry> read(Topic topic) {
        return entries(records(topic));
    }

    /** {@return every record that is on the topic now, as the client gives it} */
    public ConsumerRecords<String, byte[]> records(Topic topic) {
        return records(topicPrefix + topic.topicName());
    }

    /** {@return every record that is now on the topic of that name on the broker} */
    public ConsumerRecords<String, byte[]> records(String name) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            assign(consumer, name);
            return readToTheEnd(consumer);
        }
    }

    /** {@return the records of a key, once there are at least so many; read on for at most 30 seconds} */
    public List<TopicEntry> await(Topic topic, Object key, int atLeast) {
        return await(topic, key, found -> {
            if (found.size() < atLeast) {
                throw new AssertionError(
                        topic.topicName() + " has " + found.size() + " records of " + key + ", not " + atLeast);
            }
        });
    }

    /**
     * Reads on until an assertion holds for the records of a key, at most 30 seconds long.
     *
     * @return those records
     * @throws AssertionError
     *             the assertion's own, if it does not hold in time
     */
    public List<TopicEntry> await(Topic topic, Object key, Consumer<? super List<TopicEntry>> assertion) {
        return await(topic, Predicate.isEqual(key.toString()), assertion);
    }

    /**
     * Reads on until an assertion holds for the records of some keys, at most 30 seconds long.
     *
     * @return those records
     * @throws AssertionError
     *             the assertion's own, if it does not hold in time
     */
    public List<TopicEntry> await(Topic topic, Predicate<String> keys, Consumer<? super List<TopicEntry>> assertion) {
        Instant deadline = Instant.now().plus(AWAIT_MAX);
        List<TopicEntry> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            assign(consumer, topicPrefix + topic.topicName());
            ConsumerRecords<String, byte[]> records = readToTheEnd(consumer);
            while (true) {
                entries(records).stream().filter(entry -> keys.test(entry.key())).forEach(found::add);
                try {
                    assertion.accept(List.copyOf(found));
                    return found;
                } catch (AssertionError notYet) {
                    if (Instant.now().isAfter(deadline)) {
                        throw notYet;
                    }
                }
                records = consumer.poll(POLL);
            }
        }
    }

    /** Deletes topics with all that is on them, as somebody's mistake would, and returns when they are gone. */
    public void lose(Topic... topics) throws InterruptedException, ExecutionException {
        Set<String> names = Stream.of(topics).map(topic -> topicPrefix + topic.topicName()).collect(Collectors.toSet());
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.deleteTopics(names).all().get();
            while (!Collections.disjoint(admin.listTopics().names().get(), names)) {
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    /** {@return the present state: the entry with the highest revision of each key, tombstones included} */
    public static Map<String, TopicEntry> newest(Collection<TopicEntry> entries) {
        Map<String, TopicEntry> newest = new LinkedHashMap<>();
        for (TopicEntry entry : entries) {
            newest.merge(entry.key(), entry, (one, other) -> other.revision() > one.revision() ? other : one);
        }
        return newest;
    }

    private static List<TopicEntry> entries(ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false).map(TopicEntry::of).toList();
    }

    private static void assign(KafkaConsumer<?, ?> consumer, String name) {
        Instant deadline = Instant.now().plus(AWAIT_MAX);
        List<PartitionInfo> partitions = consumer.partitionsFor(name);
        while (partitions == null || partitions.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("There is no topic " + name);
            }
            partitions = consumer.partitionsFor(name);
        }
        List<TopicPartition> all = partitions.stream().map(each -> new TopicPartition(name, each.partition())).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    private static ConsumerRecords<String, byte[]> readToTheEnd(KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = new LinkedHashMap<>();
        Instant deadline = Instant.now().plus(READ_MAX);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not read to " + ends + " within " + READ_MAX);
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                found.computeIfAbsent(new TopicPartition(record.topic(), record.partition()),
                        partition -> new ArrayList<>()).add(record);
            }
        }
        return new ConsumerRecords<>(found, Map.of());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                new StringDeserializer(), new ByteArrayDeserializer());
    }
}
