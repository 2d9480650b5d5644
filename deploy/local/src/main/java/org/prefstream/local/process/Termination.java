package org.prefstream.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.prefstream.local.process.ManagedProcess.Signal;

/** Ends a process: a signal asks it first, and it is killed if it takes too long. */
final class Termination {

    private static final Duration KILL_MAX = Duration.ofSeconds(10);

    private Termination() {
    }

    static void ask(ProcessHandle process, Signal signal) throws IOException {
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> send(signal, process.pid());
        }
    }

    /** Waits until the process has ended and kills it after the timeout. {@return whether it ended by itself} */
    static boolean await(ProcessHandle process, Duration timeout) {
        if (ends(process, timeout)) {
            return true;
        }
        process.destroyForcibly();
        ends(process, KILL_MAX);
        return false;
    }

    /** Java itself sends only TERM and KILL, but every shell has a command for the other signals. */
    private static void send(Signal signal, long pid) throws IOException {
        String command = "kill -%s %d".formatted(signal.name().toUpperCase(Locale.ROOT), pid);
        Process kill = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(kill.toHandle(), KILL_MAX);
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
