package org.prefstream.task.imports.read;

/**
 * A row that cannot be imported, while those around it can.
 *
 * @param format of the file in which it stands
 * @param header what stands above such rows in a file of their own; empty where nothing does
 * @param reason what would be right, without the place
 * @param text the row with the reason, as a part of such a file
 */
public record RefusedRow(RowPlace place, ImportFormat format, String header, String reason, String text) {

    /** The key, or the name of the column, under which a reason stands beside a row. Imports do not look at it. */
    public static final String REASON_KEY = "import_error";
}
