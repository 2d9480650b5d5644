package org.prefstream.local.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** Keeps one child running, on a thread of its own, until it is told to stop or the child crashes too often. */
final class Keeper {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(150);
    private static final Duration JOIN_MAX = Duration.ofSeconds(10);
    private static final int TAIL_LINES = 12;

    private final Child child;
    private final Workplace workplace;
    private final RestartRule rule;
    private final Consumer<String> console;
    private final Launcher launcher;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CompletableFuture<String> givenUp = new CompletableFuture<>();
    private List<Keeper> after = List.of();
    private @Nullable Thread thread;
    private volatile @Nullable Process process;

    Keeper(Child child, Workplace workplace, RestartRule rule, Consumer<String> console) {
        this.child = child;
        this.workplace = workplace;
        this.rule = rule;
        this.console = console;
        this.launcher = new Launcher(workplace);
    }

    Child child() {
        return child;
    }

    /** Completes when the child has become ready for the first time. */
    CompletableFuture<Void> firstReady() {
        return firstReady;
    }

    /** Completes with what to tell people when the child is given up. */
    CompletableFuture<String> givenUp() {
        return givenUp;
    }

    void start(List<Keeper> startsAfter) {
        after = List.copyOf(startsAfter);
        Thread keeping = new Thread(this::keep, "keep-" + child.name());
        keeping.setDaemon(true);
        thread = keeping;
        keeping.start();
    }

    /** Starts the child no more and asks it to end; {@link #awaitEnd()} waits for that. */
    void askToEnd() throws IOException {
        Thread keeping = thread;
        if (keeping != null) {
            keeping.interrupt();
            joinQuietly(keeping);
        }
        Process running = process;
        if (running != null && running.isAlive()) {
            Ending.ask(running.toHandle(), child.stop().signal());
        }
    }

    void awaitEnd() throws IOException {
        Process running = process;
        if (running != null && !Ending.await(running.toHandle(), child.stop().patience())) {
            console.accept("%s did not stop within %d s and was killed.".formatted(child.name(),
                    child.stop().patience().toSeconds()));
        }
        workplace.pidFile(child.name()).delete();
    }

    private void keep() {
        try {
            for (Keeper earlier : after) {
                earlier.firstReady.get();
            }
            keepAlive();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // An interrupt shows itself as many exceptions; only without one is it the child's fault.
            if (!Thread.currentThread().isInterrupted()) {
                givenUp.complete("%s cannot run: %s".formatted(child.name(), Reason.of(e)));
            }
        }
    }

    private void keepAlive() throws Exception {
        Crashes crashes = new Crashes(rule);
        while (true) {
            Life life = live();
            workplace.pidFile(child.name()).delete();
            Optional<Duration> wait = crashes.note(Instant.now(), life.wasReady());
            if (wait.isEmpty()) {
                givenUp.complete(obituary(life.end()));
                return;
            }
            console.accept("%s %s; it is started again in %d ms (%s).".formatted(child.name(), life.end(),
                    wait.get().toMillis(), workplace.log(child.name()).path()));
            Thread.sleep(wait.get().toMillis());
        }
    }

    /** One life of the child, from its start to its end. */
    private Life live() throws Exception {
        long begun = System.nanoTime();
        child.start().prepare().run();
        Process running = launcher.start(child);
        process = running;
        workplace.pidFile(child.name()).write(running.pid());
        if (!becomesReady(running, begun + rule.readyMax().toNanos())) {
            return new Life(false, endOfUnready(running));
        }
        child.start().whenReady().run();
        console.accept("%-18s ready after %.1f s".formatted(child.name(), (System.nanoTime() - begun) / 1e9));
        firstReady.complete(null);
        return new Life(true, "ended with status " + running.waitFor());
    }

    private boolean becomesReady(Process running, long deadline) throws InterruptedException {
        while (running.isAlive() && System.nanoTime() < deadline) {
            if (child.start().ready().isReady()) {
                return running.isAlive();
            }
            running.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private String endOfUnready(Process running) throws IOException {
        if (running.isAlive()) {
            Ending.ask(running.toHandle(), child.stop().signal());
            Ending.await(running.toHandle(), child.stop().patience());
            return "was not ready after %d s and was stopped".formatted(rule.readyMax().toSeconds());
        }
        return "ended with status %d before it was ready".formatted(running.exitValue());
    }

    private String obituary(String end) throws IOException {
        ChildLog log = workplace.log(child.name());
        return "%s %s, the %dth time in a short while: it is not started again. The end of %s:%n  %s"
                .formatted(child.name(), end, rule.crashesMax(), log.path(), String.join("\n  ", log.tail(TAIL_LINES)));
    }

    private static void joinQuietly(Thread keeping) {
        try {
            keeping.join(JOIN_MAX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Life(boolean wasReady, String end) {
    }
}
