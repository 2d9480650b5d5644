package org.prefstream.labelstudio.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL and every dataset can hold: no NUL, and no half of a surrogate pair. */
public final class StorableText {

    private static final int SHOWN_MAX = 100;

    private StorableText() {
    }

    /**
     * Why a value cannot be stored.
     *
     * @param path the way to the text or key at fault, such as {@code data.turns[2]}
     * @param message a sentence about it, without the path
     */
    public record Flaw(String path, String message) {
    }

    /**
     * Looks for text that cannot be stored, in keys too.
     *
     * @param value as read from JSON: maps, lists, strings, numbers, booleans and null
     * @param path what messages call the value, such as {@code data}
     * @return what is wrong and where; empty if everything can be stored
     */
    public static Optional<Flaw> flawIn(@Nullable Object value, String path) {
        if (value instanceof String text) {
            return jsonBytes(text) < 0 ? Optional.of(new Flaw(path, "The text " + flaw(text) + ".")) : Optional.empty();
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Optional<Flaw> flaw = flawIn(list.get(i), path + "[" + i + "]");
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return value instanceof Map<?, ?> map ? flawInObject(map, path) : Optional.empty();
    }

    private static Optional<Flaw> flawInObject(Map<?, ?> map, String path) {
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String key = String.valueOf(member.getKey());
            String at = path + "." + shown(key);
            if (jsonBytes(key) < 0) {
                return Optional.of(new Flaw(at, "A key " + flaw(key) + "."));
            }
            Optional<Flaw> flaw = flawIn(member.getValue(), at);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    /** {@return how many bytes the text takes in UTF-8 as {@link Json#write} writes it; -1 if it cannot be stored} */
    public static int jsonBytes(String text) {
        return jsonBytes(text.toCharArray(), 0, text.length());
    }

    /** As {@link #jsonBytes(String)}, of so many characters from an offset on. */
    static int jsonBytes(char[] text, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end && isPlain(text[i])) {
            i++;
        }
        int bytes = 2 + i - offset;
        for (; i < end; i++) {
            char c = text[i];
            if (isPlain(c)) {
                bytes++;
            } else if (c < 0x80) {
                if (c == 0) {
                    return -1;
                }
                bytes += escaped(c);
            } else if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
                bytes += 6;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text[i + 1])) {
                bytes += 4;
                i++;
            } else {
                return -1;
            }
        }
        return bytes;
    }

    /** {@return whether the character stands in JSON as it is, in one byte} */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
    }

    private static int escaped(char c) {
        return switch (c) {
            case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
            default -> 6;
        };
    }

    /** {@return what is wrong with a text that cannot be stored} */
    public static String flaw(String text) {
        return text.indexOf('\0') >= 0
                ? "holds the character NUL (\\u0000), which cannot be stored; take it out"
                : "holds half of a surrogate pair (\\ud800 to \\udfff alone), which is no character; take it out";
    }

    /** {@return the text as a message can show it: cut, on one line, with what cannot be stored written as escapes} */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN_MAX).forEach(c -> {
            if (Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > SHOWN_MAX ? shown.append('…').toString() : shown.toString();
    }
}
