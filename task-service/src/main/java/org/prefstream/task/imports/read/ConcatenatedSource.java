package org.prefstream.task.imports.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.imports.read.Rows.Row;

/** Reads the parts of an import one after another. */
final class ConcatenatedSource implements TaskSource {

    private final Iterator<ImportPart> parts;
    private final RequiredFields required;
    private final List<String> columns = new ArrayList<>();
    private @Nullable ImportPart part;
    private @Nullable Rows rows;
    private @Nullable ImportItem ahead;
    private long index;
    private boolean partBegins;
    private boolean columnsKnown;

    ConcatenatedSource(List<ImportPart> parts, RequiredFields required) {
        this.parts = List.copyOf(parts).iterator();
        this.required = required;
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
        Row row = nextRow();
        if (row == null) {
            return null;
        }
        ImportItem item = ItemChecks.item(index, row, required);
        index++;
        if (partBegins) {
            partBegins = false;
            columnsOfPart(item);
        }
        return item;
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
                    partBegins = true;
                    rows = part.rows(index, required);
                }
                Row row = rows.next();
                if (row != null) {
                    return row;
                }
                close();
            }
            return null;
        } catch (ImportInvalid e) {
            throw part == null || part.fileName() == null ? e : e.inFile(StorableText.shown(part.fileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
