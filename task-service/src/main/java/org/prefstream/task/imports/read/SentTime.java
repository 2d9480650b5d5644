package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment as exports write it: an ISO 8601 text with its offset or {@code Z}, or seconds since 1970 as the completions of old
 * Label Studio versions have them. What is finer than a microsecond is cut off.
 */
final class SentTime {

    static final String RULE = "must be a time with its offset, such as 2024-05-06T07:08:09Z, or seconds since 1970";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final int MICROS_DIGITS = 6;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    /** Python prints a space where ISO 8601 has a T. */
    private static final Pattern DATE_AND_SPACE = Pattern.compile("^([0-9-]{10}) ");
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private SentTime() {
    }

    /** {@return the moment; empty if the text names none between 1970 and 9999} */
    static Optional<Instant> of(String text) {
        try {
            return within(
                    OffsetDateTime.parse(DATE_AND_SPACE.matcher(text.strip()).replaceFirst("$1T"), TEXT).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** {@return the moment so many seconds after 1970 began; empty if that is no year until 9999} */
    static Optional<Instant> of(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(LATEST.getEpochSecond())) > 0) {
            return Optional.empty();
        }
        long micros = seconds.setScale(MICROS_DIGITS, RoundingMode.DOWN).unscaledValue().longValueExact();
        return within(Instant.ofEpochSecond(micros / MICROS_PER_SECOND, micros % MICROS_PER_SECOND * NANOS_PER_MICRO));
    }

    private static Optional<Instant> within(Instant moment) {
        Instant micros = moment.truncatedTo(ChronoUnit.MICROS);
        return micros.isBefore(EARLIEST) || micros.isAfter(LATEST) ? Optional.empty() : Optional.of(micros);
    }
}
