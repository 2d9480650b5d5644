package org.prefstream.local.supervise;

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
 * Runs a set of children until it is told to stop: each starts when those that it needs are ready, is started again when
 * it dies, and is given up, with all the others, when it dies too often.
 */
public final class Supervisor {

    private static final Duration LOG_CHECK = Duration.ofSeconds(10);

    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Workplace workplace;
    private final Consumer<String> console;
    private boolean stopped;

    /**
     * Takes what is to run; starts nothing yet.
     *
     * @param children
     *            what is to run
     * @param workplace
     *            where
     * @param rule
     *            when a dead child is started again
     * @param console
     *            takes lines for the person who started it all
     * @throws IllegalArgumentException
     *             if a child is to start after one that is not there
     */
    public Supervisor(List<Child> children, Workplace workplace, RestartRule rule, Consumer<String> console) {
        this.workplace = workplace;
        this.console = console;
        children.forEach(child -> keepers.put(child.name(), new Keeper(child, workplace, rule, console)));
        keepers.values().forEach(this::startsAfter);
    }

    /** Starts all children and returns at once. */
    public synchronized void start() {
        keepers.values().forEach(keeper -> keeper.start(startsAfter(keeper)));
        Thread logs = new Thread(this::watchLogs, "watch-logs");
        logs.setDaemon(true);
        logs.start();
    }

    /** {@return what completes when every child has become ready} */
    public CompletableFuture<Void> ready() {
        return CompletableFuture
                .allOf(keepers.values().stream().map(Keeper::firstReady).toArray(CompletableFuture[]::new));
    }

    /** {@return what completes with a message when a child is given up; the others go on until {@link #stop()}} */
    public CompletableFuture<String> givenUp() {
        return CompletableFuture.anyOf(keepers.values().stream().map(Keeper::givenUp).toArray(CompletableFuture[]::new))
                .thenApply(String.class::cast);
    }

    /**
     * Stops all children, turn by turn, and returns when they have ended.
     *
     * @return whether this call did it; a second one waits for the first and does nothing
     */
    public synchronized boolean stop() {
        if (stopped) {
            return false;
        }
        stopped = true;
        Map<Integer, List<Keeper>> turns = new TreeMap<>();
        keepers.values()
                .forEach(keeper -> turns.computeIfAbsent(keeper.child().stop().turn(), turn -> new ArrayList<>())
                        .add(keeper));
        turns.values().forEach(this::stopTogether);
        return true;
    }

    private void stopTogether(List<Keeper> turn) {
        turn.forEach(keeper -> quietly(keeper, keeper::askToEnd));
        turn.forEach(keeper -> quietly(keeper, keeper::awaitEnd));
    }

    private void quietly(Keeper keeper, IoStep step) {
        try {
            step.run();
        } catch (IOException e) {
            console.accept("While %s was stopped: %s".formatted(keeper.child().name(), Reason.of(e)));
        }
    }

    private List<Keeper> startsAfter(Keeper keeper) {
        return keeper.child().start().after().stream().map(name -> {
            Keeper earlier = keepers.get(name);
            if (earlier == null) {
                throw new IllegalArgumentException(
                        "%s starts after %s, which is not there".formatted(keeper.child().name(), name));
            }
            return earlier;
        }).toList();
    }

    private void watchLogs() {
        while (true) {
            for (String child : keepers.keySet()) {
                try {
                    workplace.log(child).rotateIfLarge();
                } catch (IOException e) {
                    console.accept("The log of %s cannot be rotated: %s".formatted(child, Reason.of(e)));
                }
            }
            try {
                Thread.sleep(LOG_CHECK.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private interface IoStep {

        void run() throws IOException;
    }
}
