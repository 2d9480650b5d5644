package org.prefstream.local.startup;

/** Says that the system cannot start; the message is one line with the reason and the remedy. */
public final class StartRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status the exit status of the program: 1, or 2 for wrong options */
    StartRefused(int status, String line) {
        super(line);
        this.status = status;
    }

    StartRefused(String line) {
        this(1, line);
    }

    /** {@return the exit status of the program} */
    public int status() {
        return status;
    }
}
