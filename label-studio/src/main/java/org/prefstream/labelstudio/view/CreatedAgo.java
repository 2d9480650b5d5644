package org.prefstream.labelstudio.view;

import java.time.Duration;
import java.time.Instant;

/** The age of something in words, as Label Studio writes {@code created_ago}: in its largest unit, such as {@code 2 hours}. */
public final class CreatedAgo {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private CreatedAgo() {
    }

    /** {@return the age in whole days, hours or minutes, with a no-break space before the unit} */
    public static String of(Instant created, Instant now) {
        Duration age = Duration.between(created, now);
        if (age.toDays() > 0) {
            return count(age.toDays(), "day");
        }
        return age.toHours() > 0 ? count(age.toHours(), "hour") : count(age.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return Long.toString(number) + NO_BREAK_SPACE + unit + (number == 1 ? "" : "s");
    }
}
