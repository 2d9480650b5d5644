package org.prefstream.export.format;

/** Refuses an export that would make a file which nothing can read, before anything of the file is written. */
public final class ExportRefused extends RuntimeException {

    /** @param message why, for people */
    public ExportRefused(String message) {
        super(message);
    }
}
