package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * A text that somebody writes who wants to break in, or to break the page.
 *
 * @param attacks what it attacks, in a word or two
 */
public record HostileText(String attacks, String text) {

    private static final String FILE = "/hostile-texts.json";
    private static final int LABEL_MAX = 30;

    /** {@return all of them, as the file has them} */
    public static List<HostileText> all() {
        try (InputStream file = Objects.requireNonNull(HostileText.class.getResourceAsStream(FILE))) {
            return StreamSupport.stream(Json.MAPPER.readTree(file).spliterator(), false)
                    .map(entry -> new HostileText(entry.path("attacks").asText(),
                            entry.path("text").asText().repeat(entry.path("times").asInt(1))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@return those that can be stored} */
    public static List<HostileText> storable() {
        return all().stream().filter(HostileText::isStorable).toList();
    }

    /** {@return those that no service may take} */
    public static List<HostileText> unstorable() {
        return all().stream().filter(text -> !text.isStorable()).toList();
    }

    /** {@return those that an XML document may hold, and in which nothing may be taken for a variable of the data} */
    public static List<HostileText> writableInXml() {
        return storable().stream().filter(text -> text.text.codePoints().allMatch(HostileText::isInXml)).toList();
    }

    /** {@return its beginning, where no more is taken} */
    public String first(int characters) {
        int end = text.offsetByCodePoints(0, Math.min(characters, text.codePointCount(0, text.length())));
        return text.substring(0, end);
    }

    /** {@return the beginning as the value of an attribute} */
    public String attribute(int characters) {
        return first(characters).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    /** {@return the text as JSON that holds nothing but ASCII, so that nothing on the way can repair it} */
    public String json() {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
        return json.append('"').toString();
    }

    @Override
    public String toString() {
        return attacks + ": " + first(LABEL_MAX);
    }

    private boolean isStorable() {
        return text.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }

    private static boolean isInXml(int point) {
        return point != '$' && point != 0xFFFE && point != 0xFFFF && (point >= ' ' || point == '\t' || point == '\n');
    }
}
