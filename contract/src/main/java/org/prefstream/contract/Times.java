package org.prefstream.contract;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The one way in which Prefstream writes a moment: UTC with six digits of microseconds, such as
 * {@code 2026-11-23T03:00:00.000000Z}. Equal moments are equal texts, and texts sort as the moments do.
 */
public final class Times {

    /**
     * The pattern of {@link DateTimeFormatter}, in UTC. The fraction is always written and may be missing when read; an
     * offset may stand where {@code Z} is written.
     */
    public static final String PATTERN = "uuuu-MM-dd'T'HH:mm:ss[.SSSSSS]XXX";

    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern(PATTERN).withZone(ZoneOffset.UTC);
    private static final int LENGTH = "2026-11-23T03:00:00.000000Z".length();
    private static final int YEAR_LAST = 9999;
    private static final int NANOS_PER_MICRO = 1_000;

    private Times() {
    }

    /** {@return the moment as text; anything finer than a microsecond is cut off} */
    public static String format(Instant moment) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        return utc.getYear() < 0 || utc.getYear() > YEAR_LAST ? FORMATTER.format(moment) : text(utc);
    }

    /** Every record has several moments, and a formatter takes ten times as long. */
    private static String text(LocalDateTime utc) {
        byte[] text = new byte[LENGTH];
        int end = digits(text, 0, 4, utc.getYear());
        text[end] = '-';
        end = digits(text, end + 1, 2, utc.getMonthValue());
        text[end] = '-';
        end = digits(text, end + 1, 2, utc.getDayOfMonth());
        text[end] = 'T';
        end = digits(text, end + 1, 2, utc.getHour());
        text[end] = ':';
        end = digits(text, end + 1, 2, utc.getMinute());
        text[end] = ':';
        end = digits(text, end + 1, 2, utc.getSecond());
        text[end] = '.';
        end = digits(text, end + 1, 6, utc.getNano() / NANOS_PER_MICRO);
        text[end] = 'Z';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** {@return where the digits end} */
    private static int digits(byte[] text, int begin, int count, int number) {
        int rest = number;
        for (int i = begin + count - 1; i >= begin; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return begin + count;
    }

    /** {@return the moment of a text that {@link #format} wrote; empty for any other text} */
    public static Optional<Instant> parse(String text) {
        if (text.length() != LENGTH || !hasMarks(text)) {
            return Optional.empty();
        }
        try {
            LocalDateTime utc = LocalDateTime.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2),
                    number(text, 11, 2), number(text, 14, 2), number(text, 17, 2),
                    number(text, 20, 6) * NANOS_PER_MICRO);
            return Optional.of(utc.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':'
                && text.charAt(16) == ':' && text.charAt(19) == '.' && text.charAt(26) == 'Z';
    }

    /** {@return the number that the digits say} */
    private static int number(String text, int begin, int count) {
        int number = 0;
        for (int i = begin; i < begin + count; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new DateTimeException("no digit: " + digit);
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
