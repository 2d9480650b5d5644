import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;

/**
 * Kafka transactions of a relay that has nothing else to do. Each one carries a record, as long as a dataset record is, to each
 * of two topics; a consumer notes when it has read both. Topics, producer and consumer have the settings that the services give
 * theirs.
 *
 * <p>The argument is the address of the broker. A line {@code SECONDS [RATE]} of the input asks for a phase. Transactions begin at
 * the rate, which is per second, as long as none takes longer than what is between two; without a rate each one begins when the
 * one before it is committed. The program prints the milliseconds that their steps took as a line of JSON.
 */
public final class Transactions {

    private static final long NANOS = 1_000_000_000;
    private static final long PATIENCE_SECONDS = 60;
    private static final int MIB = 1024 * 1024;
    private static final byte[] RECORD = "x".repeat(1_400).getBytes(UTF_8);
    private static final List<TopicPartition> PARTITIONS = List.of(new TopicPartition("bench.floor.one", 0),
            new TopicPartition("bench.floor.two", 0));

    /** When the steps of a transaction were. */
    private static final class Sent {

        private final CountDownLatch unread = new CountDownLatch(PARTITIONS.size());
        private final long begun = System.nanoTime();
        private long acknowledged;
        private long committed;
        private long read;
    }

    private final Map<Long, Sent> all = new ConcurrentHashMap<>();
    private final Producer<Long, byte[]> producer;
    private long next;

    private Transactions(String bootstrap) {
        producer = new KafkaProducer<>(producerSettings(bootstrap), new LongSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    public static void main(String[] arguments) throws Exception {
        makeTopics(arguments[0]);
        Transactions transactions = new Transactions(arguments[0]);
        Thread reader = new Thread(() -> transactions.read(arguments[0]), "reader");
        reader.setDaemon(true);
        reader.start();
        var input = new Scanner(System.in, UTF_8);
        while (input.hasNextLine()) {
            String[] words = input.nextLine().split(" ");
            double rate = words.length > 1 ? Double.parseDouble(words[1]) : Double.POSITIVE_INFINITY;
            System.out.println(json(transactions.phase(Long.parseLong(words[0]) * NANOS, rate)));
        }
    }

    /** Sends for so long. {@return what was sent, once all of it was read} */
    private List<Sent> phase(long length, double rate) throws Exception {
        List<Sent> sent = new ArrayList<>();
        long begin = System.nanoTime();
        for (long due = begin; due < begin + length; due = due(begin, sent.size(), rate)) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            sent.add(send());
        }
        for (Sent each : sent) {
            if (!each.unread.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a transaction was not read");
            }
        }
        return sent;
    }

    private static long due(long begin, int number, double rate) {
        return Double.isInfinite(rate) ? System.nanoTime() : begin + (long) (number * NANOS / rate);
    }

    /** The steps are those of RelayProducer in service-kit. */
    private Sent send() throws Exception {
        Sent sent = new Sent();
        long number = next++;
        all.put(number, sent);
        producer.beginTransaction();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (TopicPartition to : PARTITIONS) {
            acknowledgements.add(producer.send(new ProducerRecord<>(to.topic(), to.partition(), number, RECORD)));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        sent.acknowledged = System.nanoTime();
        producer.commitTransaction();
        sent.committed = System.nanoTime();
        return sent;
    }

    private void read(String bootstrap) {
        try (Consumer<Long, byte[]> consumer = new KafkaConsumer<>(consumerSettings(bootstrap), new LongDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(PARTITIONS);
            consumer.seekToBeginning(PARTITIONS);
            while (true) {
                for (ConsumerRecord<Long, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    Sent sent = all.get(record.key());
                    sent.read = System.nanoTime();
                    sent.unread.countDown();
                }
            }
        }
    }

    /** Makes them as TopicSettings in service-kit makes a topic that holds the last state of each key. */
    private static void makeTopics(String bootstrap) throws Exception {
        Map<String, String> settings = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.DELETE_RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(30).toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(8 * MIB));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(PARTITIONS.stream()
                    .map(each -> new NewTopic(each.topic(), Optional.of(1), Optional.empty()).configs(settings))
                    .toList()).all().get();
        }
    }

    /** The settings are those of RelayProducer in service-kit. */
    private static Map<String, Object> producerSettings(String bootstrap) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bench.floor");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * MIB);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        return settings;
    }

    /** The services leave what concerns fetches as the client has it, which is written out here. */
    private static Map<String, Object> consumerSettings(String bootstrap) {
        return Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000, ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    }

    private static String json(List<Sent> sent) {
        return "{\"acknowledged\": %s, \"commit\": %s, \"read\": %s}".formatted(
                millis(sent, each -> each.acknowledged - each.begun),
                millis(sent, each -> each.committed - each.acknowledged), millis(sent, each -> each.read - each.begun));
    }

    private static List<Double> millis(List<Sent> sent, ToLongFunction<Sent> nanos) {
        return sent.stream().map(each -> nanos.applyAsLong(each) / 1e6).toList();
    }
}
