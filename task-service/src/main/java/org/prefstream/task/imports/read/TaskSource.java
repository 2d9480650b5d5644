package org.prefstream.task.imports.read;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.task.RequiredFields;

/**
 * The tasks of an import, read as they are asked for: at any time only one of them is in memory, whatever the import's length.
 *
 * <p>{@link #hasNext()} and {@link #next()} throw {@link ImportInvalid} at the first item that cannot be imported, and at the
 * end if there was none at all; an {@link java.io.UncheckedIOException} says that the content could not be read. After either
 * the source is of no further use. Not for use by several threads.
 */
public interface TaskSource extends AutoCloseable, Iterator<ImportItem> {

    /**
     * Begins to read an import.
     *
     * @param parts its files in order, or its body; items are counted through all of them, from 0
     * @param required what each task's data must have
     */
    static TaskSource open(List<ImportPart> parts, RequiredFields required) {
        return open(parts, required, ColumnNames.AS_THEY_ARE, null);
    }

    /**
     * Begins to read an import whose columns may have other names than the data's keys, and which may go on behind rows that cannot be
     * imported.
     *
     * @param refused is given each of those when it is read; null if the first of them is the end
     */
    static TaskSource open(List<ImportPart> parts, RequiredFields required, ColumnNames names,
            @Nullable Consumer<RefusedRow> refused) {
        return new ConcatenatedSource(parts, required, names, refused);
    }

    /** {@return the data keys that the first tasks of all files read so far have in common: Label Studio's {@code data_columns}} */
    List<String> dataColumns();

    /** Closes what is open; may be called at any time. */
    @Override
    void close();
}
