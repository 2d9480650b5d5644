package org.prefstream.task.imports.read;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** The items of one file or body, one after another, as they stand there. */
interface Rows extends AutoCloseable {

    /**
     * {@return the next item; null after the last}
     *
     * @throws ImportInvalid where the text is not in its format, naming the line or the item
     * @throws IOException where the content cannot be read at all
     */
    @Nullable
    Row next() throws IOException;

    @Override
    void close() throws IOException;

    /** {@return what stands above such rows in a file of its own}; empty where nothing does */
    default String header() {
        return "";
    }

    /**
     * {@return the row as a part of a file that can be mended and imported again}, with the reason why it could not be imported
     *
     * @param reason names no line: it stands beside the row
     */
    String refused(Row row, String reason);

    /**
     * An item as it was written.
     *
     * @param value any JSON value
     * @param bytes its length as compact JSON
     * @param dataBytes the length of its member {@code data}; -1 where it has none
     * @param flat whether its members are the task's data whatever they are called, as in a table
     * @param line where it begins in its file, from 1
     * @param flaw why it is no item, where its own text says so; the rows behind it can be read all the same
     */
    record Row(
            @Nullable Object value,
            long bytes,
            long dataBytes,
            boolean flat,
            long line,
            @Nullable ImportInvalid flaw) {

        Row(@Nullable Object value, long bytes, long dataBytes, boolean flat, long line) {
            this(value, bytes, dataBytes, flat, line, null);
        }
    }
}
