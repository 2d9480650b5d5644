package org.prefstream.local.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes a process that the supervisor runs: its command, when it starts and counts as ready, and how it is stopped.
 *
 * @param name
 *            the name in messages, and of the pid file and the log
 * @param command
 *            the program and its arguments; one argument contains the path of the data folder, which identifies a
 *            process that an earlier supervisor left running
 * @param environment
 *            the variables that the process gets in addition to ours
 * @param start
 *            when and how the process starts
 * @param stop
 *            when and how the process is stopped
 */
public record ManagedProcess(
        String name,
        List<String> command,
        Map<String, String> environment,
        Start start,
        Stop stop) {

    /** Checks the name and copies the collections. */
    public ManagedProcess {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException(
                    "The name of a process consists of lower-case letters and '-', not " + name);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Says when a process may start, and what belongs to its start.
     *
     * @param after
     *            the names of the processes that must be ready first
     * @param prepare
     *            the step before each start
     * @param ready
     *            tells whether the process does its work
     * @param whenReady
     *            the step after each start, once the process is ready; processes that wait for this one start after it
     */
    public record Start(Set<String> after, Step prepare, Probe ready, Step whenReady) {

        /** Copies the names. */
        public Start {
            after = Set.copyOf(after);
        }
    }

    /**
     * Says when and how a process is stopped.
     *
     * @param order
     *            processes with a lower number have ended before those with a higher one are stopped
     * @param signal
     *            the signal that asks the process to end
     * @param timeout
     *            the time after which the process is killed
     */
    public record Stop(int order, Signal signal, Duration timeout) {
    }

    /** The signals that ask a process to end in an orderly way. */
    public enum Signal {
        /** The signal that Java programs understand. */
        TERM,
        /** PostgreSQL's fast shutdown, which does not wait for clients to disconnect. */
        INT
    }

    /** An action at one point in the life of a process. */
    @FunctionalInterface
    public interface Step {

        /** A step that does nothing. */
        Step NOTHING = () -> {
        };

        /**
         * Runs the action.
         *
         * @throws Exception
         *             if the action fails; the person who started the system sees the message
         */
        void run() throws Exception;
    }

    /** Tells whether a process does its work. */
    @FunctionalInterface
    public interface Probe {

        /** {@return whether the process is ready; the answer comes within a few seconds and without an exception} */
        boolean isReady();
    }
}
