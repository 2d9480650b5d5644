package org.prefstream.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Runs a set of processes until it is told to stop. A process starts when the processes that it needs are ready, and is
 * restarted when it crashes. A process that crashes too often is given up.
 */
public final class Supervisor {

    private static final Duration LOG_CHECK_INTERVAL = Duration.ofSeconds(10);

    private final Map<String, ProcessMonitor> monitors = new LinkedHashMap<>();
    private final RunDirectory directory;
    private final Consumer<String> console;
    private boolean stopped;

    /**
     * Makes a supervisor that has not started anything yet.
     *
     * @param processes
     *            the processes to run
     * @param directory
     *            the folder that they run in
     * @param policy
     *            says when a crashed process is restarted
     * @param console
     *            takes lines for the person who started the system
     * @throws IllegalArgumentException
     *             if a process starts after one that is not in the list
     */
    public Supervisor(List<ManagedProcess> processes, RunDirectory directory, RestartPolicy policy,
            Consumer<String> console) {
        this.directory = directory;
        this.console = console;
        processes.forEach(
                managed -> monitors.put(managed.name(), new ProcessMonitor(managed, directory, policy, console)));
        monitors.values().forEach(this::startsAfter);
    }

    /** Starts all processes and returns immediately. */
    public synchronized void start() {
        monitors.values().forEach(monitor -> monitor.start(startsAfter(monitor)));
        Thread logs = new Thread(this::watchLogs, "watch-logs");
        logs.setDaemon(true);
        logs.start();
    }

    /** {@return a future that completes when every process has been ready} */
    public CompletableFuture<Void> ready() {
        return CompletableFuture
                .allOf(monitors.values().stream().map(ProcessMonitor::firstReady).toArray(CompletableFuture[]::new));
    }

    /**
     * {@return a future that completes with a message when a process is given up; the others run until {@link #stop()}}
     */
    public CompletableFuture<String> givenUp() {
        return CompletableFuture
                .anyOf(monitors.values().stream().map(ProcessMonitor::givenUp).toArray(CompletableFuture[]::new))
                .thenApply(String.class::cast);
    }

    /**
     * Stops all processes in the order of their numbers, and returns when they have ended.
     *
     * @return whether this call stopped them; a second call waits for the first one and does nothing
     */
    public synchronized boolean stop() {
        if (stopped) {
            return false;
        }
        stopped = true;
        Map<Integer, List<ProcessMonitor>> groups = new TreeMap<>();
        for (ProcessMonitor monitor : monitors.values()) {
            groups.computeIfAbsent(monitor.managed().stop().order(), order -> new ArrayList<>()).add(monitor);
        }
        groups.values().forEach(this::stopTogether);
        return true;
    }

    private void stopTogether(List<ProcessMonitor> group) {
        group.forEach(monitor -> reportFailure(monitor, monitor::askToEnd));
        group.forEach(monitor -> reportFailure(monitor, monitor::awaitEnd));
    }

    private void reportFailure(ProcessMonitor monitor, IoStep step) {
        try {
            step.run();
        } catch (IOException e) {
            console.accept("While %s was stopped: %s".formatted(monitor.managed().name(), ErrorText.of(e)));
        }
    }

    private List<ProcessMonitor> startsAfter(ProcessMonitor monitor) {
        return monitor.managed().start().after().stream().map(name -> {
            ProcessMonitor earlier = monitors.get(name);
            if (earlier == null) {
                throw new IllegalArgumentException(
                        "%s starts after %s, which is not there".formatted(monitor.managed().name(), name));
            }
            return earlier;
        }).toList();
    }

    private void watchLogs() {
        while (true) {
            for (String process : monitors.keySet()) {
                try {
                    directory.log(process).rotateIfLarge();
                } catch (IOException e) {
                    console.accept("The log of %s cannot be rotated: %s".formatted(process, ErrorText.of(e)));
                }
            }
            try {
                Thread.sleep(LOG_CHECK_INTERVAL.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private interface IoStep {

        void run() throws IOException;
    }
}
