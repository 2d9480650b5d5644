package org.prefstream.local.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process that is to run: what it is, when it may start and counts as ready, and how it is stopped.
 *
 * @param name
 *            its name in messages and in the names of its pid file and log
 * @param command
 *            the program and its arguments; one of them contains the data folder's path, by which a process that an
 *            earlier supervisor left behind is recognised
 * @param environment
 *            variables that it gets in addition to our own
 * @param start
 *            its start
 * @param stop
 *            its stop
 */
public record Child(String name, List<String> command, Map<String, String> environment, Start start, Stop stop) {

    /** Checks the name and copies the collections. */
    public Child {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("A child's name is made of lower-case letters and '-', not " + name);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * When a child may start, and what belongs to its start.
     *
     * @param after
     *            the names of the children that must be ready before it starts
     * @param prepare
     *            what is done before each start
     * @param ready
     *            tells whether it does its work
     * @param whenReady
     *            what is done each time that it has become ready, before others start that wait for it
     */
    public record Start(Set<String> after, Step prepare, Probe ready, Step whenReady) {

        /** Copies the names. */
        public Start {
            after = Set.copyOf(after);
        }
    }

    /**
     * When and how a child is stopped.
     *
     * @param turn
     *            children of a lower turn are stopped, and have ended, before those of a higher one
     * @param signal
     *            what asks it to end
     * @param patience
     *            how long it may take until it is killed
     */
    public record Stop(int turn, Signal signal, Duration patience) {
    }

    /** The signals that ask a process to end in an orderly way. */
    public enum Signal {
        /** What Java programs understand. */
        TERM,
        /** PostgreSQL's fast shutdown: it does not wait for its clients to leave. */
        INT
    }

    /** Something to be done at a point in a child's life. */
    @FunctionalInterface
    public interface Step {

        /** A step that does nothing. */
        Step NOTHING = () -> {
        };

        /**
         * Does it.
         *
         * @throws Exception
         *             if it cannot be done; the message is shown to the person who started the system
         */
        void run() throws Exception;
    }

    /** Tells whether a child does its work. */
    @FunctionalInterface
    public interface Probe {

        /** {@return whether it is ready; answers within a few seconds and never throws} */
        boolean isReady();
    }
}
