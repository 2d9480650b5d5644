package org.prefstream.task.task;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/** Reads the values of filters. A value that does not suit its column is refused with a 400 that names the column. */
final class FilterValue {

    private static final int TEXT_LONGEST = 10_000;
    private static final int DIGITS_MOST = 100;

    private FilterValue() {
    }

    static long whole(TaskColumn column, @Nullable Object value) {
        if (!String.valueOf(value).matches("-?[0-9]{1,18}")) {
            throw refused(column, "needs a whole number of at most 18 digits as its value");
        }
        return Long.parseLong(String.valueOf(value));
    }

    /** {@return the number as plain digits, so that no exponent makes the database compute it} */
    static String number(TaskColumn column, @Nullable Object value) {
        String text = String.valueOf(value);
        if (text.length() <= DIGITS_MOST && text.matches("-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]{1,2})?")) {
            return new BigDecimal(text).toPlainString();
        }
        throw refused(column, "needs a number of at most " + DIGITS_MOST + " characters as its value");
    }

    static String text(TaskColumn column, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            String text = value.toString();
            if (text.length() <= TEXT_LONGEST) {
                return text;
            }
        }
        throw refused(column, "needs a text of at most " + TEXT_LONGEST + " characters as its value");
    }

    /** {@return the time in ISO 8601; one without a zone is in UTC} */
    static String time(TaskColumn column, @Nullable Object value) {
        Instant time = instant(String.valueOf(value));
        if (time == null || time.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                || time.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw refused(column, "needs a time such as 2026-11-23T02:58:09Z as its value");
        }
        return time.toString();
    }

    static boolean flag(TaskColumn column, @Nullable Object value) {
        return switch (String.valueOf(value)) {
            case "true", "True" -> true;
            case "false", "False" -> false;
            default -> throw refused(column, "needs true or false as its value");
        };
    }

    static ProblemException refused(TaskColumn column, String reason) {
        return ProblemException.invalid("query", "the filter filter:tasks:" + column.name() + " " + reason);
    }

    private static @Nullable Instant instant(String text) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*T.*(Z|[-+][0-9]{2}:[0-9]{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
