package org.prefstream.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.local.supervise.Child.Signal;

class LeftoversTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> console = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        new Workplace(folder).prepare();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsInOrderWhatAnEarlierSupervisorLeftRunning() throws Exception {
        Child store = FakeChild.lasting(folder, "store").stoppingInTurn(1, Signal.INT).child();
        Child door = FakeChild.lasting(folder, "door").stoppingInTurn(0, Signal.TERM).child();
        Process storeProcess = leave(store);
        Process doorProcess = leave(door);

        new Leftovers(new Workplace(folder), console::add).stop(List.of(store, door));

        assertThat(storeProcess.isAlive()).isFalse();
        assertThat(doorProcess.isAlive()).isFalse();
        assertThat(Files.readAllLines(folder.resolve("order"))).endsWith("stopped door", "stopped store");
        assertThat(console).hasSize(2).first().asString().startsWith("Stopped door (pid " + doorProcess.pid());
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void leavesAForeignProcessAloneThatGotThePidMeanwhile() throws Exception {
        Process foreign = new ProcessBuilder("sleep", "600").start();
        processes.add(foreign);
        Child door = FakeChild.lasting(folder, "door").child();
        new Workplace(folder).pidFile("door").write(foreign.pid());

        new Leftovers(new Workplace(folder), console::add).stop(List.of(door));

        assertThat(foreign.isAlive()).isTrue();
        assertThat(console).isEmpty();
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void findsAProcessByAnotherFileThatItWroteItself() throws Exception {
        Child store = FakeChild.lasting(folder, "store").child();
        Process storeProcess = leave(store);
        Path ownFile = Files.writeString(folder.resolve("postmaster.pid"),
                storeProcess.pid() + "\n/some/where\n5432\n");

        new Leftovers(new Workplace(folder), console::add).stop(store, ownFile);

        assertThat(storeProcess.isAlive()).isFalse();
        assertThat(ownFile).exists();
    }

    @Test
    void ignoresAPidFileThatIsCutShort() throws Exception {
        Files.writeString(folder.resolve("run").resolve("door.pid"), "");

        new Leftovers(new Workplace(folder), console::add).stop(List.of(FakeChild.lasting(folder, "door").child()));

        assertThat(console).isEmpty();
    }

    @Test
    void givesTheFolderToOneHolderAtATime() throws Exception {
        Path file = folder.resolve("run").resolve("supervisor.lock");

        try (FolderLock held = FolderLock.tryLock(file).orElseThrow()) {
            Optional<FolderLock> second = FolderLock.tryLock(file);

            assertThat(held).isNotNull();
            assertThat(second).isEmpty();
            assertThat(FolderLock.holder(file)).isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }

        assertThat(FolderLock.tryLock(file)).get().satisfies(FolderLock::close);
    }

    private Process leave(Child child) throws IOException {
        Process process = new Launcher(new Workplace(folder)).start(child);
        processes.add(process);
        new Workplace(folder).pidFile(child.name()).write(process.pid());
        await().until(() -> child.start().ready().isReady());
        return process;
    }
}
