package org.prefstream.task.imports.read;

import org.jspecify.annotations.Nullable;
import org.prefstream.task.imports.read.Rows.Row;

/** Where an item comes from: its place, and how it was written there. */
public final class Origin {

    private final RowPlace place;
    private final ImportFormat format;
    private final Rows rows;
    private final Row row;

    Origin(RowPlace place, ImportFormat format, Rows rows, Row row) {
        this.place = place;
        this.format = format;
        this.rows = rows;
        this.row = row;
    }

    /** {@return where it stands} */
    public RowPlace place() {
        return place;
    }

    /** {@return the row as one that cannot be imported} */
    public RefusedRow refused(ImportInvalid why) {
        return new RefusedRow(place, format, rows.header(), why.reason(), rows.refused(row, why.reason()));
    }

    /** Origins are equal if they are the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && origin.place.equals(place);
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public String toString() {
        return place.words();
    }
}
