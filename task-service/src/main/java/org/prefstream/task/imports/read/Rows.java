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

    /**
     * An item as it was written.
     *
     * @param value any JSON value
     * @param bytes its length as compact JSON
     * @param dataBytes the length of its member {@code data}; -1 where it has none
     * @param flat whether its members are the task's data whatever they are called, as in a table
     */
    record Row(@Nullable Object value, long bytes, long dataBytes, boolean flat) {
    }
}
