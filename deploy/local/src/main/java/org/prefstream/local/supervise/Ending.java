package org.prefstream.local.supervise;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.prefstream.local.supervise.Child.Signal;

/** How a process is made to end: asked by a signal first, killed if it takes too long. */
final class Ending {

    private static final Duration AFTER_KILL_MAX = Duration.ofSeconds(10);

    private Ending() {
    }

    static void ask(ProcessHandle process, Signal signal) throws IOException {
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> send(signal, process.pid());
        }
    }

    /** Waits until the process has ended, and kills it when the time is up. {@return whether it ended by itself} */
    static boolean await(ProcessHandle process, Duration patience) {
        if (ends(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        ends(process, AFTER_KILL_MAX);
        return false;
    }

    /** Java itself sends TERM and KILL only; kill is a command of every shell. */
    private static void send(Signal signal, long pid) throws IOException {
        String command = "kill -%s %d".formatted(signal.name().toUpperCase(Locale.ROOT), pid);
        Process kill = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(kill.toHandle(), AFTER_KILL_MAX);
    }

    private static boolean ends(ProcessHandle process, Duration within) {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
