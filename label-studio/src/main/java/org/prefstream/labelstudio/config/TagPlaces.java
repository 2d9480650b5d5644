package org.prefstream.labelstudio.config;

/**
 * Where the tags of well-formed XML stand, found one after another beside the reader: what the JDK's reader says of its own place
 * is too far now and then, once its first buffer of 64 characters is read.
 */
final class TagPlaces {

    /** What may stand between tags and hold what looks like one: how it begins and ends. */
    private static final String[][] NO_TAGS = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

    private final String xml;
    private int begin;
    private int end;

    TagPlaces(String xml) {
        this.xml = xml;
    }

    /** Goes on to the next tag: one that begins, ends, or does both at once. The reader must have read it. */
    void next() {
        do {
            begin = xml.indexOf('<', end);
            end = endOfNoTag();
        } while (end > begin);
        char quote = 0;
        for (char c = '<'; c != '>' || quote != 0; c = xml.charAt(++end)) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        end++;
    }

    private int endOfNoTag() {
        for (String[] marks : NO_TAGS) {
            if (xml.startsWith(marks[0], begin)) {
                return xml.indexOf(marks[1], begin + marks[0].length()) + marks[1].length();
            }
        }
        return begin;
    }

    /** {@return where the tag begins} */
    int begin() {
        return begin;
    }

    /** {@return where what follows the tag begins} */
    int end() {
        return end;
    }

    /** {@return whether the tag is its own end too, such as {@code <Text/>}} */
    boolean isWhole() {
        return xml.charAt(end - 2) == '/';
    }
}
