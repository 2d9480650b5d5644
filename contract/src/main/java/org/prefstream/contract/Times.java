package org.prefstream.contract;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

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

    private Times() {
    }

    /** {@return the moment as text; anything finer than a microsecond is cut off} */
    public static String format(Instant moment) {
        return FORMATTER.format(moment);
    }
}
