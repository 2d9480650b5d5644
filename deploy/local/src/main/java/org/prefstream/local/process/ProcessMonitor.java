package org.prefstream.local.process;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Keeps one process running, on a thread of its own, until it is told to stop or the process crashes too often. */
final class ProcessMonitor {

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(150);
    private static final Duration JOIN_MAX = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 12;

    private final ManagedProcess managed;
    private final RunDirectory directory;
    private final RestartPolicy policy;
    private final Consumer<String> console;
    private final ProcessStarter starter;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CompletableFuture<String> givenUp = new CompletableFuture<>();
    private List<ProcessMonitor> after = List.of();
    private @Nullable Thread thread;
    private volatile @Nullable Process process;

    ProcessMonitor(ManagedProcess managed, RunDirectory directory, RestartPolicy policy, Consumer<String> console) {
        this.managed = managed;
        this.directory = directory;
        this.policy = policy;
        this.console = console;
        this.starter = new ProcessStarter(directory);
    }

    ManagedProcess managed() {
        return managed;
    }

    /** {@return a future that completes when the process is ready for the first time} */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    /** {@return a future that completes with a message for people when the process is given up} */
    CompletableFuture<String> givenUp() {
        return givenUp;
    }

    void start(List<ProcessMonitor> startsAfter) {
        after = List.copyOf(startsAfter);
        Thread monitoring = new Thread(this::monitor, "monitor-" + managed.name());
        monitoring.setDaemon(true);
        thread = monitoring;
        monitoring.start();
    }

    /** Ends the restarts and asks the process to end; {@link #awaitEnd()} waits for the end. */
    void askToEnd() throws IOException {
        Thread monitoring = thread;
        if (monitoring != null) {
            monitoring.interrupt();
            joinQuietly(monitoring);
        }
        Process running = process;
        if (running != null && running.isAlive()) {
            Termination.ask(running.toHandle(), managed.stop().signal());
        }
    }

    void awaitEnd() throws IOException {
        Process running = process;
        if (running != null && !Termination.await(running.toHandle(), managed.stop().timeout())) {
            console.accept("%s did not stop within %d s and was killed.".formatted(managed.name(),
                    managed.stop().timeout().toSeconds()));
        }
        directory.pidFile(managed.name()).delete();
    }

    private void monitor() {
        try {
            for (ProcessMonitor earlier : after) {
                earlier.firstReady.get();
            }
            keepRunning();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // An interrupt can appear as any exception. Without an interrupt, the process is at fault.
            if (!Thread.currentThread().isInterrupted()) {
                givenUp.complete("%s cannot run: %s".formatted(managed.name(), ErrorText.of(e)));
            }
        }
    }

    private void keepRunning() throws Exception {
        Crashes crashes = new Crashes(policy);
        while (true) {
            Run run = runOnce();
            directory.pidFile(managed.name()).delete();
            Optional<Duration> wait = crashes.record(Instant.now(), run.wasReady());
            if (wait.isEmpty()) {
                givenUp.complete(givenUpMessage(run.end()));
                return;
            }
            console.accept("%s %s; it is started again in %d ms (%s).".formatted(managed.name(), run.end(),
                    wait.get().toMillis(), directory.log(managed.name()).path()));
            Thread.sleep(wait.get().toMillis());
        }
    }

    /** Starts the process and waits for its end. */
    private Run runOnce() throws Exception {
        long begun = System.nanoTime();
        managed.start().prepare().run();
        Process running = starter.start(managed);
        process = running;
        directory.pidFile(managed.name()).write(running.pid());
        if (!becomesReady(running, begun + policy.readyMax().toNanos())) {
            return new Run(false, endWithoutReady(running));
        }
        managed.start().whenReady().run();
        console.accept("%-18s ready after %.1f s".formatted(managed.name(), (System.nanoTime() - begun) / 1e9));
        firstReady.complete(null);
        return new Run(true, "ended with status " + running.waitFor());
    }

    private boolean becomesReady(Process running, long deadline) throws InterruptedException {
        while (running.isAlive() && System.nanoTime() < deadline) {
            if (managed.start().ready().isReady()) {
                return running.isAlive();
            }
            running.waitFor(PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private String endWithoutReady(Process running) throws IOException {
        if (running.isAlive()) {
            Termination.ask(running.toHandle(), managed.stop().signal());
            Termination.await(running.toHandle(), managed.stop().timeout());
            return "was not ready after %d s and was stopped".formatted(policy.readyMax().toSeconds());
        }
        return "ended with status %d before it was ready".formatted(running.exitValue());
    }

    private String givenUpMessage(String end) throws IOException {
        ProcessLog log = directory.log(managed.name());
        return "%s %s, the %dth time in a short while: it is not started again. The end of %s:%n  %s".formatted(
                managed.name(), end, policy.crashesMax(), log.path(), String.join("\n  ", log.tail(TAIL_LINES)));
    }

    private static void joinQuietly(Thread monitoring) {
        try {
            monitoring.join(JOIN_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One run of the process, from its start to its end. */
    private record Run(boolean wasReady, String end) {
    }
}
