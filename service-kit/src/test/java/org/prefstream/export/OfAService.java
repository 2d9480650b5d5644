package org.prefstream.export;

/** Stands for whatever a service owns, so that the kit can be seen to refuse it. */
public final class OfAService {
}
