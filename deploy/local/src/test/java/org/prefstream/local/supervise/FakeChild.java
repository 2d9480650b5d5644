package org.prefstream.local.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.prefstream.local.supervise.Child.Signal;
import org.prefstream.local.supervise.Child.Start;
import org.prefstream.local.supervise.Child.Step;
import org.prefstream.local.supervise.Child.Stop;

/**
 * A tiny child program, in shell, that works in the given folder. It is ready as soon as it has made the file
 * {@code NAME.ready}.
 */
record FakeChild(
        Path folder,
        String name,
        String script,
        Set<String> after,
        int turn,
        Signal signal,
        Step prepare,
        Duration patience) {

    /** A build in the background ignores INT, its children inherit that, and a shell cannot trap what it inherited so. */
    private static final List<String> HEEDING_INT = List.of("perl", "-e",
            "$SIG{INT} = 'DEFAULT'; exec @ARGV or die $!");

    /** Runs until it gets the signal, and notes in {@code order} that it started and that it stopped. */
    static FakeChild lasting(Path folder, String name) {
        return new FakeChild(folder, name, """
                trap 'echo stopped %1$s >> order; exit 0' TERM INT
                echo started %1$s >> order
                touch %1$s.ready
                while :; do sleep 0.05; done
                """.formatted(name), Set.of(), 0, Signal.TERM, Step.NOTHING, Duration.ofSeconds(5));
    }

    static FakeChild running(Path folder, String name, String script) {
        return new FakeChild(folder, name, script, Set.of(), 0, Signal.TERM, Step.NOTHING, Duration.ofSeconds(5));
    }

    FakeChild startingAfter(String... names) {
        return new FakeChild(folder, name, script, Set.of(names), turn, signal, prepare, patience);
    }

    FakeChild stoppingInTurn(int inTurn, Signal by) {
        return new FakeChild(folder, name, script, after, inTurn, by, prepare, patience);
    }

    FakeChild preparedBy(Step step) {
        return new FakeChild(folder, name, script, after, turn, signal, step, patience);
    }

    FakeChild withPatience(Duration given) {
        return new FakeChild(folder, name, script, after, turn, signal, prepare, given);
    }

    Child child() {
        Path ready = folder.resolve(name + ".ready");
        List<String> command = new ArrayList<>(HEEDING_INT);
        command.addAll(List.of("sh", "-c", script, folder.toString()));
        return new Child(name, List.copyOf(command), Map.of("FAKE_NAME", name),
                new Start(after, prepare, () -> Files.exists(ready), Step.NOTHING), new Stop(turn, signal, patience));
    }
}
