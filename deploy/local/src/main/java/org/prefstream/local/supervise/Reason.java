package org.prefstream.local.supervise;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Objects;

/** Says in one line for people why something failed. */
public final class Reason {

    private Reason() {
    }

    /** {@return one line that says what happened, without the names of classes where it can be said without} */
    public static String of(Throwable failure) {
        String text = Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
        if (text.toLowerCase(Locale.ROOT).contains("no space left on device")) {
            return "the disk is full (" + text + ")";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no right to write " + denied.getFile();
        }
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return failure.getClass().getSimpleName().replace("Exception", "") + ": " + text;
        }
        return text;
    }
}
