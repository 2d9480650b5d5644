package org.prefstream.export.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * When something is made again, in UTC.
 *
 * @param every {@code hour}, {@code day} or {@code week}
 * @param at the time of day; of an hour only its minutes count
 * @param weekday the day of a week, in small letters; null for an hour or a day
 */
record Cadence(String every, LocalTime at, @Nullable String weekday) {

    private static final List<String> EVERY = List.of("hour", "day", "week");
    private static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final String USUAL_TIME = "03:00";

    /**
     * {@return what a body asks for; what it does not say stays as it was}
     *
     * @param before null for a new one
     * @throws ProblemException a 400 that names the field
     */
    static Cadence of(Fields sent, @Nullable Cadence before) {
        String every = oneOf(sent, "every", EVERY).orElseGet(() -> {
            if (before == null) {
                throw ProblemException.invalid("every", "This field is required: hour, day or week.");
            }
            return before.every;
        });
        String at = sent.text("at").orElse(before == null ? USUAL_TIME : before.at.toString());
        if (!at.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw ProblemException.invalid("at", "must be a time of day in UTC such as 03:30, not \"" + at + "\"");
        }
        return new Cadence(every, LocalTime.parse(at), weekday(sent, every, before));
    }

    private static @Nullable String weekday(Fields sent, String every, @Nullable Cadence before) {
        Optional<String> weekday = oneOf(sent, "weekday", WEEKDAYS);
        if (!every.equals("week")) {
            if (weekday.isPresent()) {
                throw ProblemException.invalid("weekday", "is only for every week, not for every " + every);
            }
            return null;
        }
        String usual = before == null || before.weekday == null ? WEEKDAYS.get(0) : before.weekday;
        return weekday.orElse(usual);
    }

    private static Optional<String> oneOf(Fields sent, String name, List<String> words) {
        Optional<String> text = sent.text(name);
        if (text.isPresent() && !words.contains(text.get())) {
            throw ProblemException.invalid(name,
                    "must be %s, not \"%s\"".formatted(String.join(" or ", words), text.get()));
        }
        return text;
    }

    /** {@return the first moment of this cadence that is later} */
    Instant next(Instant after) {
        OffsetDateTime from = after.atOffset(ZoneOffset.UTC);
        OffsetDateTime first = switch (every) {
            case "hour" -> from.truncatedTo(ChronoUnit.HOURS).withMinute(at.getMinute());
            case "day" -> from.with(at);
            default -> from.with(at)
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.of(1 + WEEKDAYS.indexOf(String.valueOf(weekday)))));
        };
        return (first.toInstant().isAfter(after) ? first : later(first)).toInstant();
    }

    private OffsetDateTime later(OffsetDateTime first) {
        return switch (every) {
            case "hour" -> first.plusHours(1);
            case "day" -> first.plusDays(1);
            default -> first.plusWeeks(1);
        };
    }
}
