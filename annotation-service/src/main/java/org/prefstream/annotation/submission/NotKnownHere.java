package org.prefstream.annotation.submission;

/** Says that the task, its project, or a membership in it is not known here yet, so that its owner must be asked. */
final class NotKnownHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKnownHere() {
        super("not known here", null, false, false);
    }
}
