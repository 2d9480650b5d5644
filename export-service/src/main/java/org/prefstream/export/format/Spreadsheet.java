package org.prefstream.export.format;

/** Keeps spreadsheet programs from running the text of a cell as a formula. */
final class Spreadsheet {

    /** These characters begin a formula, also in the wide forms of East Asian keyboards. */
    private static final String FORMULA_STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";
    /** These characters begin another cell for programs that misread the quotes. */
    private static final String CELL_STARTS = "\t\r\n";

    private Spreadsheet() {
    }

    /** {@return the text, behind an apostrophe where a spreadsheet would take it for a formula} */
    static String harmless(String text) {
        return !text.isEmpty() && (CELL_STARTS.indexOf(text.charAt(0)) >= 0 || startsFormula(text)) ? "'" + text : text;
    }

    /** Looks behind leading blanks, because some programs trim a cell before they read it. */
    private static boolean startsFormula(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        return first < text.length() && FORMULA_STARTS.indexOf(text.charAt(first)) >= 0;
    }

    /** White space is blank, and so is what has no width: control and format characters, such as a byte order mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
