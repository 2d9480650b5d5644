package org.prefstream.task.imports.read;

import java.io.BufferedReader;
import java.io.IOException;

/**
 * Finds out what separates the values of a table: the character that its header line has most of, outside quotes. A quote
 * begins a quoted value only where a value begins; elsewhere it is a character of the value.
 */
final class Separator {

    /** Where the header line has equally many, the first of these is taken. */
    static final String PREFERRED_IN_CSV = ",;\t";
    /** A tab is taken for the separator as soon as there is one: people name a file so because of its tabs. */
    static final String PREFERRED_IN_TSV = "\t,;";

    private static final int HEADER_LENGTH_MAX = 1 << 20;

    private Separator() {
    }

    /**
     * Looks at the header line, which stays to be read.
     *
     * @param preferred what may separate the values, the most likely first; one of the two constants
     */
    static char of(BufferedReader text, String preferred) throws IOException {
        text.mark(HEADER_LENGTH_MAX + 1);
        int[] counts = count(text, preferred);
        text.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        boolean tabFirst = preferred.equals(PREFERRED_IN_TSV) && counts[0] > 0;
        return preferred.charAt(tabFirst ? 0 : most);
    }

    private static int[] count(BufferedReader text, String preferred) throws IOException {
        int[] counts = new int[preferred.length()];
        boolean quoted = false;
        boolean begun = false;
        int before = preferred.charAt(0);
        for (int i = 0; i < HEADER_LENGTH_MAX; i++) {
            int c = text.read();
            boolean newline = c == '\n' || c == '\r';
            if (c < 0 || (newline && begun && !quoted)) {
                break;
            }
            begun |= !newline;
            if (c == '"') {
                quoted = !quoted && (before == '"' || before == '\n' || preferred.indexOf(before) >= 0);
            }
            before = newline ? '\n' : c;
            int separator = preferred.indexOf(c);
            if (separator >= 0 && !quoted) {
                counts[separator]++;
            }
        }
        return counts;
    }
}
