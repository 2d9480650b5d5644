package org.prefstream.local;

/** The system cannot start; the message is the one line that says why and what to do. */
final class StartRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status what the program ends with: 1, or 2 for wrong options */
    StartRefused(int status, String line) {
        super(line);
        this.status = status;
    }

    StartRefused(String line) {
        this(1, line);
    }

    int status() {
        return status;
    }
}
