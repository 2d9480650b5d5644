package org.prefstream.kit.web;

import java.io.IOException;
import java.util.Optional;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * Forms that the framework itself reads, for a method that takes files, and cannot read to the end. It says so by failures that
 * have no type of their own, so that only the place that they come from tells them from those of the database and of our code.
 */
final class BrokenForm {

    private static final String READER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final String COUNTER = READER + "FormData";

    private BrokenForm() {
    }

    /** {@return what is wrong with the form; empty if the failure is about something else} */
    static Optional<ProblemException> of(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length == 0 || !trace[0].getClassName().startsWith(READER)) {
            return Optional.empty();
        }
        if (failure instanceof IOException) {
            return Optional.of(new ProblemException(ProblemType.MALFORMED_BODY,
                    "The form is not complete: it ends before its last boundary (the Content-Type's, with -- behind it)."));
        }
        return trace[0].getClassName().equals(COUNTER)
                ? Optional.of(ProblemException.tooLarge(
                        "The form has more than 1000 parts. Send fewer at a time; one file may hold any number of tasks."))
                : Optional.empty();
    }
}
