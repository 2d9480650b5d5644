package org.prefstream.export.format.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportSource;

/** What a first reading of dataset records finds out, so that a folder can say what it holds before it holds it. */
final class RowSurvey {

    /** The most rows and bytes of a shard, but for its last row: bytes are those of the records as JSON. */
    static final int SHARD_ROWS = 250_000;
    private static final long SHARD_BYTES = 512L * 1024 * 1024;

    private final Map<String, List<Long>> shards = new TreeMap<>();
    private final Set<Object> annotators = new HashSet<>();
    private final Agreement agreement = new Agreement();
    private MessageFields messages = MessageFields.PLAIN;
    private boolean anyMessages;
    /** A row has the keys that all have. */
    private Map<String, Object> likeAll = Map.of();
    private long rows;
    private long shownAsPairs;
    private long chosenLeft;
    private long ties;

    /** {@return what is found in these splits, all of which are read once} */
    static RowSurvey of(List<ExportSource.Split> splits) {
        var survey = new RowSurvey();
        splits.forEach(survey::read);
        return survey;
    }

    private void read(ExportSource.Split split) {
        List<Long> counts = new ArrayList<>();
        long[] shard = {0, 0};
        try (Stream<byte[]> records = split.rows().open()) {
            records.forEach(record -> {
                add(ParquetFormat.read(record));
                shard[0]++;
                shard[1] += record.length;
                if (shard[0] == SHARD_ROWS || shard[1] >= SHARD_BYTES) {
                    counts.add(shard[0]);
                    shard[0] = 0;
                    shard[1] = 0;
                }
            });
        }
        if (shard[0] > 0) {
            counts.add(shard[0]);
        }
        agreement.endTask();
        shards.put(split.name(), counts);
    }

    private void add(Map<String, Object> row) {
        rows++;
        anyMessages |= row.get("prompt") instanceof List;
        messages = messages.and(row);
        likeAll = row;
        annotators.add(String.valueOf(row.get("annotator_id")));
        boolean isTie = "tie".equals(row.get("outcome"));
        ties += isTie ? 1 : 0;
        if (!isTie && row.get("shown_order") instanceof List<?> order && order.size() == 2) {
            shownAsPairs++;
            chosenLeft += String.valueOf(order.get(0)).equals(String.valueOf(row.get("chosen_index"))) ? 1 : 0;
        }
        agreement.add(row);
    }

    /** {@return the number of rows in each shard of a split} */
    List<Long> shards(String split) {
        return List.copyOf(shards.getOrDefault(split, List.of()));
    }

    /** {@return the number of rows in a split} */
    long rows(String split) {
        return shards(split).stream().mapToLong(Long::longValue).sum();
    }

    long rows() {
        return rows;
    }

    long annotators() {
        return annotators.size();
    }

    long tasks() {
        return agreement.tasks;
    }

    PreferenceColumns columns() {
        return PreferenceColumns.like(likeAll, anyMessages, messages);
    }

    /** {@return how many rows are of two answers side by side, so that one was on the left} */
    long shownAsPairs() {
        return shownAsPairs;
    }

    /** {@return for how many of these the left one was chosen} */
    long chosenLeft() {
        return chosenLeft;
    }

    /** {@return how many rows are of ties, each of which has two} */
    long ties() {
        return ties;
    }

    /** {@return how many pairs of rows are of the same two answers} */
    long compared() {
        return agreement.compared;
    }

    /** {@return how many of these prefer the same one} */
    long agreed() {
        return agreement.agreed;
    }

    /** Compares the rows of a task. These come one after the other. */
    private static final class Agreement {

        private static final int TIE = 2;

        private final Map<String, long[]> votes = new HashMap<>();
        private @Nullable Object task;
        private long tasks;
        private long compared;
        private long agreed;

        void add(Map<String, Object> row) {
            Object of = row.get("task_id");
            if (of == null || !of.equals(task)) {
                endTask();
                task = of;
                tasks++;
            }
            int chosen = index(row, "chosen_index");
            int rejected = index(row, "rejected_index");
            boolean isTie = "tie".equals(row.get("outcome"));
            if (isTie && chosen > rejected) {
                return; // the other row of the tie speaks for it
            }
            String part = "%s/%d-%d".formatted(row.get("control"), Math.min(chosen, rejected),
                    Math.max(chosen, rejected));
            votes.computeIfAbsent(part, pair -> new long[3])[isTie ? TIE : chosen < rejected ? 0 : 1]++;
        }

        void endTask() {
            votes.values().forEach(counts -> {
                agreed += pairs(counts[0]) + pairs(counts[1]) + pairs(counts[TIE]);
                compared += pairs(counts[0] + counts[1] + counts[TIE]);
            });
            votes.clear();
        }

        private static int index(Map<String, Object> row, String key) {
            return row.get(key) instanceof Number number ? number.intValue() : 0;
        }

        private static long pairs(long count) {
            return count * (count - 1) / 2;
        }
    }
}
