package org.prefstream.kit.database;

/** What became of one request of a group that was stored together. */
public sealed interface Outcome<A> {

    /** The request is stored as soon as its group is committed, and gets this answer. */
    record Done<A>(A answer) implements Outcome<A> {
    }

    /** The request changes nothing and fails; the others of its group do not. */
    record Refused<A>(Throwable failure) implements Outcome<A> {
    }

    /** The request stands behind another one of its group that it depends on. It comes again with the next group. */
    record Again<A>() implements Outcome<A> {
    }

    /** Another transaction holds what the request needs. It comes again behind those that wait, as long as patience lasts. */
    record Held<A>() implements Outcome<A> {
    }
}
