package org.prefstream.export.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/** Moments as Label Studio writes them: UTC with six digits of microseconds, whatever they are. */
final class Times {

    private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Times() {
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : FORMATTER.format(moment);
    }
}
