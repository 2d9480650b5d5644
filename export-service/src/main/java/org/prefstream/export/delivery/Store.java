package org.prefstream.export.delivery;

import java.util.Optional;

/**
 * Keeps files for a target. A path has parts of letters, digits, points, dashes and underscores with slashes between. The methods block;
 * each one fails with a {@link StoreFailed} that says why.
 */
interface Store {

    /** {@return what kind of target it is, for people} */
    String kind();

    /** Removes what unfinished attempts have left in a place. Nobody else may write to the place meanwhile. */
    void clean(String place) throws StoreFailed;

    /** Begins a file that nobody sees before it is published. */
    StagedFile begin(String path) throws StoreFailed;

    /** {@return a small file; nothing if there is none} */
    Optional<byte[]> read(String path) throws StoreFailed;

    /** {@return how many bytes a file has; nothing if there is none} */
    Optional<Long> size(String path) throws StoreFailed;

    /** Removes a file, if there is one. */
    void remove(String path) throws StoreFailed;
}
