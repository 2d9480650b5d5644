package org.prefstream.annotation.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.testing.Client.HeldLease;
import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.contract.Headers;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.TaskRecord.Prediction;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.restassured.response.ValidatableResponse;

/** Publishes what task-service would: people, projects and tasks of a test's own, on the real topics. */
@ApplicationScoped
public class World {

    private static final AtomicLong IDS = new AtomicLong(1_000);

    private final TopicNames names;
    private final TaskServiceStandIn.Access access;
    private final KafkaProducer<String, String> producer;

    World(TopicNames names, TaskServiceStandIn.Access access,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.names = names;
        this.access = access;
        makeTopics(names, bootstrapServers);
        this.producer = new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(), new StringSerializer());
    }

    /** Topics are made by their owner, which is not here. */
    private static void makeTopics(TopicNames names, String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(names.consumed()
                    .stream()
                    .map(topic -> new NewTopic(names.onBroker(topic), names.partitions(), (short) 1))
                    .toList()).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** {@return an owner whom the service knows} */
    public Client owner() {
        return client(Role.OWNER).awaitKnown();
    }

    /** {@return an annotator of these projects, whom the service knows} */
    public Client annotator(Long... projects) {
        return client(Role.ANNOTATOR, projects).awaitKnown();
    }

    private Client client(Role role, Long... projects) {
        long id = IDS.incrementAndGet();
        Client client = new Client(id, "token-of-" + id);
        publish(access(client, role, true, projects), 1);
        return client;
    }

    /** {@return what task-service would say of a person} */
    public static AccessRecord access(Client client, Role role, boolean active, Long... projects) {
        return new AccessRecord(client.id(), "u" + client.id() + "@prefstream.test", "", "", role, active, 1,
                Hashes.sha256(client.token()), List.of(), List.of(projects));
    }

    /** Publishes what somebody may do from now on. */
    public void publish(AccessRecord changed, long revision) {
        access.owns(changed, revision);
        publish((TopicRecord) changed, revision);
    }

    /** An annotator who holds the only task of a project. */
    public record Holder(long project, Client annotator, HeldLease lease) {

        /** Ends the lease with a verdict. */
        public ValidatableResponse verdict(Map<String, Object> verdict) {
            return annotator.verdict(lease, verdict);
        }
    }

    /** {@return somebody who holds the only task of a new project, which needs one annotator} */
    public Holder holder() {
        return holder(project(1));
    }

    /** {@return somebody who holds a new task of a project that had none} */
    public Holder holder(long project) {
        task(project);
        Client annotator = annotator(project);
        return new Holder(project, annotator, annotator.awaitLease(project));
    }

    /** {@return a new project where annotators may answer nothing, and where skipped tasks go to others} */
    public long project(int overlap) {
        return project(overlap, true, "REQUEUE_FOR_OTHERS");
    }

    /** {@return a new project} */
    public long project(int overlap, boolean allowsEmpty, String skipQueue) {
        long id = IDS.incrementAndGet();
        publish(Records.project(id, overlap, allowsEmpty, skipQueue), 1);
        return id;
    }

    /** {@return a new project that gives its tasks in a random order} */
    public long projectAtRandom() {
        long id = newId();
        publish(Records.projectAtRandom(id), 1);
        return id;
    }

    /** Publishes a project that gives its tasks in an order, by the predictions of a model; of all if it is null. */
    public void ordered(long project, String sampling, @Nullable String model, long revision) {
        publish(Records.ordered(project, sampling, model), revision);
    }

    /** Publishes a task that has these predictions from now on. */
    public void predicted(long id, long project, List<Prediction> predictions, long revision) {
        publish(Records.predicted(id, project, predictions), revision);
    }

    /** Publishes a project that has these guidelines from now on. */
    public void guidelines(long project, String text, @Nullable Integer version, long revision) {
        publish(Records.withGuidelines(project, text, version), revision);
    }

    /** {@return an id that nothing has, and that is higher than all before} */
    public long newId() {
        return IDS.incrementAndGet();
    }

    /** Publishes a state of a task, which may be new. */
    public void task(long id, long project, int overlap, long revision) {
        publish(Records.task(id, project, 1, overlap), revision);
    }

    /** {@return new tasks of a project} */
    public List<Long> tasks(long project, int overlap, int count) {
        List<Long> ids = new ArrayList<>();
        for (int place = 1; place <= count; place++) {
            long id = IDS.incrementAndGet();
            publish(Records.task(id, project, place, overlap), 1);
            ids.add(id);
        }
        return ids;
    }

    /** {@return a new task of a project} */
    public long task(long project) {
        return tasks(project, 1, 1).get(0);
    }

    /** Publishes an annotation that came with a task, made under the present configuration and data. */
    public void importAnnotation(long task, long project, long author, List<Object> result) {
        importAnnotation(Records.imported(task, project, author, result));
    }

    /** Publishes an annotation that came with a task. */
    public void importAnnotation(ImportedAnnotationRecord record) {
        publish(record, 1);
    }

    /** {@return the imported annotations of a task that are put aside now} */
    public List<ConsumerRecord<String, byte[]>> deadLetters(long task) {
        ConsumerRecords<String, byte[]> all = TestServers.topics()
                .records(names.onBroker("prefstream.imports.v1.annotation-service.dlq"));
        return StreamSupport.stream(all.spliterator(), false)
                .filter(letter -> letter.key().startsWith("prefstream.imports.v1/" + task + "/"))
                .toList();
    }

    /** Publishes that a task was deleted. */
    public void deleteTask(long task) {
        send(Topic.TASKS, Long.toString(task), null, 1_000);
    }

    /** Publishes that a project was deleted, and not yet its tasks. */
    public void deleteProject(long project) {
        send(Topic.PROJECTS, Long.toString(project), null, 1_000);
    }

    private void publish(TopicRecord record, long revision) {
        send(record.topic(), record.key(), Json.write(record), revision);
    }

    private void send(Topic topic, String key, @Nullable String value, long revision) {
        ProducerRecord<String, String> record = new ProducerRecord<>(names.onBroker(topic), key, value);
        record.headers().add(Headers.REVISION, Long.toString(revision).getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
