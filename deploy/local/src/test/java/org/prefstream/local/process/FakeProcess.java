package org.prefstream.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.prefstream.local.process.ManagedProcess.Signal;
import org.prefstream.local.process.ManagedProcess.Start;
import org.prefstream.local.process.ManagedProcess.Step;
import org.prefstream.local.process.ManagedProcess.Stop;

/**
 * A small shell program that works in the given folder. It is ready as soon as it has made the file {@code NAME.ready}.
 */
record FakeProcess(
        Path folder,
        String name,
        String script,
        Set<String> after,
        int order,
        Signal signal,
        Step prepare,
        Duration timeout) {

    /** A build in the background ignores INT, which its processes inherit. A shell cannot trap an ignored signal. */
    private static final List<String> HANDLING_INT = List.of("perl", "-e",
            "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!");

    /** Runs until the signal, and writes to the file {@code order} when it starts and stops. */
    static FakeProcess lasting(Path folder, String name) {
        return new FakeProcess(folder, name, """
                trap 'echo stopped %1$s >> order; exit 0' TERM INT
                echo started %1$s >> order
                touch %1$s.ready
                while :; do sleep 0.05; done
                """.formatted(name), Set.of(), 0, Signal.TERM, Step.NOTHING, Duration.ofSeconds(5));
    }

    static FakeProcess running(Path folder, String name, String script) {
        return new FakeProcess(folder, name, script, Set.of(), 0, Signal.TERM, Step.NOTHING, Duration.ofSeconds(5));
    }

    FakeProcess startingAfter(String... names) {
        return new FakeProcess(folder, name, script, Set.of(names), order, signal, prepare, timeout);
    }

    FakeProcess stoppingInOrder(int number, Signal by) {
        return new FakeProcess(folder, name, script, after, number, by, prepare, timeout);
    }

    FakeProcess preparedBy(Step step) {
        return new FakeProcess(folder, name, script, after, order, signal, step, timeout);
    }

    FakeProcess withTimeout(Duration given) {
        return new FakeProcess(folder, name, script, after, order, signal, prepare, given);
    }

    ManagedProcess managed() {
        Path ready = folder.resolve(name + ".ready");
        List<String> command = new ArrayList<>(HANDLING_INT);
        command.addAll(List.of("sh", "-c", script, folder.toString()));
        return new ManagedProcess(name, List.copyOf(command), Map.of("FAKE_NAME", name),
                new Start(after, prepare, () -> Files.exists(ready), Step.NOTHING), new Stop(order, signal, timeout));
    }
}
