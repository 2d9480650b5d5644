package org.prefstream.export.delivery;

import java.io.IOException;

/** Says that a target did not take a file, in a sentence for people that names neither a path nor a key. */
final class StoreFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private StoreFailed(String sentence, boolean passing, Throwable cause) {
        super(sentence, cause);
        this.passing = passing;
    }

    /** {@return a failure that another attempt may not meet} */
    static StoreFailed passing(String sentence, Throwable cause) {
        return new StoreFailed(sentence, true, cause);
    }

    /** {@return a failure that stays until somebody changes something} */
    static StoreFailed lasting(String sentence, Throwable cause) {
        return new StoreFailed(sentence, false, cause);
    }

    boolean isPassing() {
        return passing;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
