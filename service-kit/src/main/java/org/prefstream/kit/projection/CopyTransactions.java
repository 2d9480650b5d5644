package org.prefstream.kit.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.prefstream.kit.database.Connections;
import org.prefstream.kit.database.Durability;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Transactions that apply polled records. They may take longer than those that somebody waits for, and they do not wait for the
 * disk: the offset commits with the records, so what a crash of the database takes away is read again from the topic.
 *
 * <p>That holds only if it is noticed. The process may live through the crash, and its consumer stands behind what was lost. So
 * each transaction first compares what the database says is applied with what this process has committed ({@link Readings}).
 */
@ApplicationScoped
class CopyTransactions {

    private static final long NONE = -1;

    private final Transactions transactions;
    private final Readings readings;
    private final String begin;
    private final String parameters;

    CopyTransactions(Transactions transactions, Connections connections, Readings readings) {
        this.transactions = transactions;
        this.readings = readings;
        this.begin = """
                select (select cast(json_object_agg(partition, last_offset) as text) from applied_offset
                        where topic = $1 and topic_id = $2), %s
                """.formatted(connections.copyParameters());
        this.parameters = "select " + connections.copyParameters();
    }

    /** Runs work in a transaction that applies what did not come by a topic. */
    Uni<Void> write(Supplier<Uni<Void>> work) {
        return transactions.write(() -> {
            Durability.waived();
            return SessionStatements.row(parameters).chain(work::get);
        });
    }

    /**
     * Runs work in a transaction. What the work sends first is sent behind the question how far the database is, without waiting
     * for its answer.
     *
     * @param topic the broker's name of the topic
     * @param known what this process had handled when the records were polled; fails with {@link CopyFellBehind} if the database
     *        does not have it any more
     */
    Uni<Void> write(String topic, Map<TopicPartition, Long> known, Supplier<Uni<Void>> work) {
        return transactions.write(() -> SessionStatements
                .together(List.of(begin(topic).invoke(applied -> requireAll(known, topic, applied)),
                        Uni.createFrom().deferred(work::get))));
    }

    /** {@return how far the database is with the topic that is read under this name, not with a former one} */
    private Uni<Map<Integer, Long>> begin(String topic) {
        Durability.waived();
        return SessionStatements.row(begin, topic, readings.idOf(topic))
                .map(row -> row[0] == null ? Map.of() : offsets(Json.readObject((String) row[0])));
    }

    private static Map<Integer, Long> offsets(Map<String, Object> byPartition) {
        Map<Integer, Long> offsets = new HashMap<>();
        byPartition
                .forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), ((Number) offset).longValue()));
        return offsets;
    }

    private static void requireAll(Map<TopicPartition, Long> known, String topic, Map<Integer, Long> applied) {
        Map<TopicPartition, Long> lost = lost(known, topic, applied);
        if (!lost.isEmpty()) {
            throw new CopyFellBehind("%s was applied, and now the database says %s".formatted(lost, applied));
        }
    }

    /** {@return those of the known offsets of a topic that the database does not have any more} */
    static Map<TopicPartition, Long> lost(Map<TopicPartition, Long> known, String topic, Map<Integer, Long> applied) {
        return known.entrySet()
                .stream()
                .filter(one -> one.getKey().topic().equals(topic)
                        && applied.getOrDefault(one.getKey().partition(), NONE) < one.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
