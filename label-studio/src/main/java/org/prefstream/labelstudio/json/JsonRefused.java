package org.prefstream.labelstudio.json;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** JSON from outside that is not taken. The message says what is wrong and where, for the person who sent it. */
public final class JsonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern HINTS = Pattern
            .compile(" \\(for |(?<=token '[^']{0,200}'): was expecting|: enable|; enable|`");

    private final Kind kind;
    private final @Nullable String place;
    private final String reason;

    /** What about it is not taken. */
    public enum Kind {
        /** It is no JSON. */
        SYNTAX,
        /** It holds a value that cannot be stored, or is not what it must be. */
        VALUE,
        /** It is more than is taken at once. */
        SIZE
    }

    private JsonRefused(Kind kind, @Nullable String place, String reason, String message) {
        super(message);
        this.kind = kind;
        this.place = place;
        this.reason = reason;
    }

    JsonRefused(Kind kind, String message) {
        this(kind, null, message, message);
    }

    /** {@return the refusal of a value at a place, such as that <em>the text</em> at {@code a[1]} <em>holds NUL</em>} */
    static JsonRefused at(String place, String what, String flaw) {
        return new JsonRefused(Kind.VALUE, place, what + " " + flaw, what + " at " + place + " " + flaw);
    }

    /** {@return what the parser found, said without its own words for programmers} */
    public static JsonRefused of(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new JsonRefused(Kind.SIZE, "it goes beyond what is taken: " + JsonValues.ITEM_BYTES_MAX + " bytes, "
                    + JsonValues.DEPTH_MAX + " levels");
        }
        return new JsonRefused(Kind.SYNTAX, "JSON parse error - " + syntax(e) + " at line "
                + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr());
    }

    private static String syntax(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof JsonEOFException || message.startsWith("Unexpected end-of-input")) {
            return "the text ends too early";
        }
        if (message.startsWith("Non-standard token") || message.contains("'NaN'") || message.contains("Infinity")) {
            return "NaN and Infinity are no JSON numbers; send null or a text";
        }
        return StorableText.shown(HINTS.split(message, 2)[0].strip());
    }

    /** {@return what about it is not taken} */
    public Kind kind() {
        return kind;
    }

    /** {@return the way to the value at fault, such as {@code data.turns[2].text}; empty where no single one is} */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }

    /** {@return the message without the place} */
    public String reason() {
        return reason;
    }

    /** {@return what is wrong, and where} */
    public String message() {
        return String.valueOf(getMessage());
    }
}
