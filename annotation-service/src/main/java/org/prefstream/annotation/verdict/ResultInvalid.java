package org.prefstream.annotation.verdict;

/** A result or verdict that contradicts what was shown: it names the field and says what would be right. */
public final class ResultInvalid extends RuntimeException {

    private static final int QUOTED_CHARACTERS_MAX = 80;

    private final String field;
    private final String reason;

    ResultInvalid(String field, String message) {
        super(message);
        this.field = field;
        this.reason = message;
    }

    /** {@return the path of the offending value, such as {@code result[0].value.selected}} */
    public String field() {
        return field;
    }

    /** {@return what is wrong with it, and what would be right} */
    public String reason() {
        return reason;
    }

    /** {@return the sender's value as an error message may repeat it: in quotes, and not longer than a line} */
    static String quoted(Object value) {
        String text = value.toString();
        boolean isLong = text.codePointCount(0, text.length()) > QUOTED_CHARACTERS_MAX;
        return '"' + (isLong ? text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS_MAX)) + "…" : text) + '"';
    }
}
