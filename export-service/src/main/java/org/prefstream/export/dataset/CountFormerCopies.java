package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Gives copies that a former version has made what statistics and selections need to know of them, in sets that have a transaction each. It goes on
 * where it stopped, and is done once there is no such copy any more.
 */
@ApplicationScoped
class CountFormerCopies {

    private static final int SET = 500;
    private static final String ANNOTATIONS = """
            select record from annotation_copy where judged_us is null and not deleted
            limit %d for update
            """.formatted(SET);
    private static final String COUNT_ANNOTATIONS = """
            update annotation_copy present
            set annotator_id = known.annotator_id, judged_hour = known.judged_hour, skipped = known.skipped,
                lead_bucket = known.lead_bucket, judged_pairs = known.judged_pairs, judged_us = known.judged_us,
                ground_truth = known.ground_truth
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]), cast(? as boolean[]), cast(? as int[]),
                cast(? as text[]), cast(? as bigint[]), cast(? as boolean[]))
                as known (annotation_id, annotator_id, judged_hour, skipped, lead_bucket, judged_pairs, judged_us, ground_truth)
            where present.annotation_id = known.annotation_id
            """;
    private static final String ROWS = """
            select record from preference_copy where split_place is null and not deleted
            limit %d for update
            """.formatted(SET);
    private static final String COUNT_ROWS = """
            update preference_copy present
            set longer = known.longer, part = known.part, prefers = known.prefers, strength = known.strength,
                split_place = known.split_place, texts_hash = known.texts_hash, is_upward = known.is_upward
            from unnest(cast(? as text[]), cast(? as int[]), cast(? as text[]), cast(? as int[]), cast(? as int[]),
                cast(? as int[]), cast(? as bigint[]), cast(? as boolean[]))
                as known (record_id, longer, part, prefers, strength, split_place, texts_hash, is_upward)
            where present.record_id = known.record_id
            """;

    private final Transactions transactions;

    CountFormerCopies(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Sees to all of them, on a worker thread. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void count() {
        while (transactions.bulk(CountFormerCopies::annotations) > 0) {
            // The next set comes in a transaction of its own.
        }
        while (transactions.bulk(CountFormerCopies::rows) > 0) {
            // The next set comes in a transaction of its own.
        }
    }

    private static int annotations(Connection connection) throws SQLException {
        List<AnnotationRecord> found = records(connection, ANNOTATIONS, AnnotationRecord.class);
        return new SetStatement<>(COUNT_ANNOTATIONS, found).longs(AnnotationRecord::annotationId)
                .longs(AnnotationRecord::completedBy)
                .ints(Facts::hour)
                .flags(AnnotationRecord::wasCancelled)
                .ints(Facts::leadBucket)
                .texts(Facts::judgedPairs)
                .longs(Facts::madeAt)
                .flags(AnnotationRecord::groundTruth)
                .execute(connection);
    }

    private static int rows(Connection connection) throws SQLException {
        List<PreferenceRecord> found = records(connection, ROWS, PreferenceRecord.class);
        return new SetStatement<>(COUNT_ROWS, found).texts(PreferenceRecord::recordId)
                .ints(Facts::longer)
                .texts(Facts::part)
                .ints(Facts::prefers)
                .ints(PreferenceRecord::strength)
                .ints(TextFacts::splitPlace)
                .longs(TextFacts::textsHash)
                .flags(TextFacts::isUpward)
                .execute(connection);
    }

    private static <T> List<T> records(Connection connection, String sql, Class<T> type) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(Json.read(row.getString("record"), type));
            }
            return found;
        }
    }
}
