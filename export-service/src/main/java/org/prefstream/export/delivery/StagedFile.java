package org.prefstream.export.delivery;

import java.io.IOException;

/** A file that nobody sees yet. */
abstract class StagedFile {

    /** Takes more of the file, on the calling thread. */
    abstract void write(byte[] bytes, int offset, int length) throws IOException;

    /** Ends the file, so that it is stored when this returns. */
    abstract void finish() throws IOException;

    /** Lets everybody see the finished file, all of it at once, in the place of one that was there. */
    abstract void publish() throws IOException;

    /** Removes the file, unless it was published. It never fails: what it cannot remove, the next attempt does. */
    abstract void drop();
}
