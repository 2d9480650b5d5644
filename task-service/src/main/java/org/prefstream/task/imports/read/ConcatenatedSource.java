package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.imports.read.Rows.Row;

/** Reads the parts of an import one after another. */
final class ConcatenatedSource implements TaskSource {

    private final Iterator<ImportPart> parts;
    private final RequiredFields required;
    private final ColumnNames names;
    private final @Nullable Consumer<RefusedRow> refused;
    private final List<String> columns = new ArrayList<>();
    private @Nullable ImportPart part;
    private @Nullable Rows rows;
    private @Nullable ImportItem ahead;
    private int partIndex = -1;
    private long index;
    private boolean partBegins;
    private boolean columnsKnown;

    /** @param refused takes the rows that cannot be imported; null if the first of them is the end */
    ConcatenatedSource(List<ImportPart> parts, RequiredFields required, ColumnNames names,
            @Nullable Consumer<RefusedRow> refused) {
        this.parts = List.copyOf(parts).iterator();
        this.required = required;
        this.names = names;
        this.refused = refused;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = read();
        }
        if (ahead == null && index == 0) {
            throw ImportInvalid.noTasks();
        }
        return ahead != null;
    }

    @Override
    public ImportItem next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        ImportItem item = ahead;
        ahead = null;
        return item;
    }

    @Override
    public List<String> dataColumns() {
        return List.copyOf(columns);
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
            rows = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable ImportItem read() {
        for (Row row = nextRow(); row != null; row = nextRow()) {
            Object value = RefusedJson.withoutReason(row.value());
            boolean isNote = value != row.value() && value instanceof Map<?, ?> members && members.isEmpty();
            ImportItem item = isNote ? null : item(row, value);
            if (item != null) {
                if (partBegins) {
                    partBegins = false;
                    columnsOfPart(item);
                }
                return item;
            }
        }
        return null;
    }

    /** {@return the row as an item; null if it is none and is passed over} */
    private @Nullable ImportItem item(Row written, @Nullable Object value) {
        Row row = new Row(value, written.bytes(), written.dataBytes(), written.flat(), written.line(), written.flaw());
        ImportPart in = Objects.requireNonNull(part);
        RowPlace place = new RowPlace(in.fileName(), partIndex, row.line(), index);
        Origin origin = new Origin(place, in.format(), Objects.requireNonNull(rows), row);
        try {
            return ItemChecks.item(index, row, required, names, origin);
        } catch (ImportInvalid invalid) {
            if (refused == null) {
                throw row.flaw() == null ? invalid : inFile(invalid);
            }
            refused.accept(origin.refused(invalid));
            return null;
        } finally {
            index++;
        }
    }

    private void columnsOfPart(ImportItem first) {
        if (columnsKnown) {
            columns.retainAll(first.data().keySet());
        } else {
            columnsKnown = true;
            columns.addAll(first.data().keySet());
        }
    }

    private @Nullable Row nextRow() {
        try {
            while (rows != null || parts.hasNext()) {
                if (rows == null) {
                    part = parts.next();
                    partIndex++;
                    partBegins = true;
                    rows = part.rows(index, required, refused != null);
                }
                Row row = rows.next();
                if (row != null) {
                    return row;
                }
                close();
            }
            return null;
        } catch (ImportInvalid e) {
            throw inFile(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportInvalid inFile(ImportInvalid invalid) {
        return part == null || part.fileName() == null ? invalid : invalid.inFile(StorableText.shown(part.fileName()));
    }
}
