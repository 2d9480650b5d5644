package org.prefstream.export.stream;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How a position in the dataset is written for clients, who send it back as it is and read nothing out of it. */
final class StreamCursor {

    private static final Pattern WRITTEN = Pattern.compile("c[0-9a-z]{1,13}");
    private static final int RADIX = Character.MAX_RADIX;

    private StreamCursor() {
    }

    static String of(long position) {
        return "c" + Long.toString(position, RADIX);
    }

    /** {@return the position; empty if the text is no cursor} */
    static OptionalLong position(String cursor) {
        if (!WRITTEN.matcher(cursor).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(cursor, 1, cursor.length(), RADIX));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
