package org.prefstream.kit.projection;

/** Says that the database has lost what it had committed to a copy: it crashed, failed over, or was restored. */
final class CopyFellBehind extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyFellBehind(String what) {
        super(what);
    }
}
