package org.prefstream.labelstudio.tag;

/** The sender's values as messages may repeat them. */
public final class Quoted {

    private static final int CHARACTERS_MAX = 80;

    private Quoted() {
    }

    /** {@return the value in quotes, and not longer than a line} */
    public static String text(Object value) {
        String text = value.toString();
        boolean isLong = text.codePointCount(0, text.length()) > CHARACTERS_MAX;
        return '"' + (isLong ? text.substring(0, text.offsetByCodePoints(0, CHARACTERS_MAX)) + "…" : text) + '"';
    }
}
