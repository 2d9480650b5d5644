package org.prefstream.export.statistics;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.JudgedPair;
import org.prefstream.export.dataset.LeadTimes;
import org.prefstream.export.dataset.Tallies.Tally;
import org.prefstream.export.statistics.Statistics.Annotator;
import org.prefstream.export.statistics.Statistics.Bucket;
import org.prefstream.export.statistics.Statistics.Course;
import org.prefstream.export.statistics.Statistics.Length;
import org.prefstream.export.statistics.Statistics.OnTopic;
import org.prefstream.export.statistics.Statistics.Pairs;
import org.prefstream.export.statistics.Statistics.Quantiles;
import org.prefstream.export.statistics.Statistics.Sides;

/** Makes statistics of tallies. */
final class Counted {

    private static final long HOUR_SECONDS = 3600;

    private final List<Tally> tallies;

    Counted(List<Tally> tallies) {
        this.tallies = List.copyOf(tallies);
    }

    /** {@return the statistics} */
    Statistics statistics(Map<Long, String> names, @Nullable Instant lastAt, @Nullable Long lagMillis) {
        Map<String, Long> rows = counts("row", Counted::ofAnybody);
        long longer = rows.getOrDefault("1", 0L);
        long shorter = rows.getOrDefault("-1", 0L);
        long equal = rows.getOrDefault("0", 0L);
        return new Statistics(sum("judged", Counted::ofAnybody), sum("skipped", Counted::ofAnybody), pairs(),
                sides(Counted::ofAnybody), new Length(longer, shorter, equal, Share.of(longer, longer + shorter)),
                leadTimes(Counted::ofAnybody), agreement(), course(), people(names),
                new OnTopic(longer + shorter + equal, lastAt, lagMillis));
    }

    private Pairs pairs() {
        Map<String, Long> outcomes = counts("outcome", Counted::ofAnybody);
        long[] byValue = new long[JudgedPair.VALUES];
        outcomes.forEach((value, count) -> byValue[Integer.parseInt(value)] += count);
        return new Pairs(byValue[JudgedPair.FIRST] + byValue[JudgedPair.SECOND], byValue[JudgedPair.TIE],
                byValue[JudgedPair.BOTH_BAD], byValue[JudgedPair.CANNOT_JUDGE]);
    }

    private Sides sides(Predicate<Tally> whose) {
        Map<String, Long> sides = counts("side", whose);
        long left = sides.getOrDefault(JudgedPair.LEFT, 0L);
        long right = sides.getOrDefault(JudgedPair.RIGHT, 0L);
        return new Sides(left, right, Share.of(left, left + right));
    }

    private Quantiles leadTimes(Predicate<Tally> whose) {
        Map<Integer, Long> buckets = new TreeMap<>();
        counts("lead", whose).forEach((bucket, count) -> buckets.put(Integer.valueOf(bucket), count));
        return new Quantiles(orNull(LeadTimes.quantile(buckets, 0.5)), orNull(LeadTimes.quantile(buckets, 0.9)));
    }

    private Agreement agreement() {
        Map<List<Integer>, Long> units = new HashMap<>();
        counts("unit", Counted::ofAnybody).forEach((counts, number) -> units.put(numbers(counts), number));
        return Agreement.of(units);
    }

    private Course course() {
        Map<Long, Map<Long, Long>> byHour = new TreeMap<>();
        said("judged").forEach(tally -> byHour.computeIfAbsent(Long.valueOf(tally.value()), hour -> new TreeMap<>())
                .merge(tally.annotatorId(), tally.count(), Long::sum));
        List<Bucket> buckets = byHour.entrySet()
                .stream()
                .map(hour -> new Bucket(beginning(hour.getKey()),
                        hour.getValue().values().stream().mapToLong(Long::longValue).sum(), hour.getValue()))
                .toList();
        LongSummaryStatistics hours = Stream.of("judged", "skipped")
                .flatMap(this::said)
                .mapToLong(tally -> Long.parseLong(tally.value()))
                .summaryStatistics();
        boolean areDays = hours.getCount() > 0 && hours.getMax() - hours.getMin() >= Tally.HOURS_MAX;
        return new Course(areDays ? "day" : "hour", buckets);
    }

    private Stream<Tally> said(String kind) {
        return tallies.stream().filter(tally -> tally.kind().equals(kind));
    }

    private List<Annotator> people(Map<Long, String> names) {
        Map<Long, Long> lastHours = said("last")
                .collect(Collectors.toMap(Tally::annotatorId, last -> Long.valueOf(last.value())));
        return new TreeSet<>(lastHours.keySet()).stream().map(user -> {
            Predicate<Tally> theirs = tally -> tally.annotatorId() == user;
            return new Annotator(user, names.getOrDefault(user, ""), sum("judged", theirs), sum("skipped", theirs),
                    leadTimes(theirs).median(), sides(theirs), beginning(lastHours.getOrDefault(user, 0L)));
        }).toList();
    }

    private static boolean ofAnybody(Tally tally) {
        return tally.count() > 0;
    }

    private Map<String, Long> counts(String kind, Predicate<Tally> whose) {
        return Tally.byValue(tallies, kind, whose);
    }

    private long sum(String kind, Predicate<Tally> whose) {
        return counts(kind, whose).values().stream().mapToLong(Long::longValue).sum();
    }

    /** An array of PostgreSQL, such as {@code {1,0,2}}. */
    private static List<Integer> numbers(String array) {
        return Arrays.stream(array.substring(1, array.length() - 1).split(",", -1)).map(Integer::valueOf).toList();
    }

    private static Instant beginning(long hour) {
        return Instant.ofEpochSecond(hour * HOUR_SECONDS);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
