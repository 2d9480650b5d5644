package org.prefstream.export.format;

import java.util.stream.Stream;

/**
 * Where the rows of an export come from.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface Rows<R> {

    /**
     * {@return all rows, read as they are asked for; the caller closes the stream}
     *
     * <p>A table opens its rows twice, first to collect its columns and then to write them. They must be the same both times.
     */
    Stream<R> open();
}
