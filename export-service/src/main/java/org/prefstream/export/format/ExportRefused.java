package org.prefstream.export.format;

/** An export that would make a file nobody can read. It is refused before anything of the file is written. */
public final class ExportRefused extends RuntimeException {

    ExportRefused(String message) {
        super(message);
    }
}
