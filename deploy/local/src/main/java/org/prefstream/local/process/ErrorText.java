package org.prefstream.local.process;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Objects;

/** Tells people in one line why something failed. */
public final class ErrorText {

    private ErrorText() {
    }

    /** {@return one line that says what happened, without class names where possible} */
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
