package org.prefstream.local.process;

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
import org.prefstream.local.process.ManagedProcess.Signal;

class OrphanCleanupTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> console = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        new RunDirectory(folder).prepare();
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void stopsInOrderWhatAnEarlierSupervisorLeftRunning() throws Exception {
        ManagedProcess store = FakeProcess.lasting(folder, "store").stoppingInOrder(1, Signal.INT).managed();
        ManagedProcess door = FakeProcess.lasting(folder, "door").stoppingInOrder(0, Signal.TERM).managed();
        Process storeProcess = leave(store);
        Process doorProcess = leave(door);

        new OrphanCleanup(new RunDirectory(folder), console::add).stop(List.of(store, door));

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
        ManagedProcess door = FakeProcess.lasting(folder, "door").managed();
        new RunDirectory(folder).pidFile("door").write(foreign.pid());

        new OrphanCleanup(new RunDirectory(folder), console::add).stop(List.of(door));

        assertThat(foreign.isAlive()).isTrue();
        assertThat(console).isEmpty();
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void findsAProcessByAnotherFileThatItWroteItself() throws Exception {
        ManagedProcess store = FakeProcess.lasting(folder, "store").managed();
        Process storeProcess = leave(store);
        Path ownFile = Files.writeString(folder.resolve("postmaster.pid"),
                storeProcess.pid() + "\n/some/where\n5432\n");

        new OrphanCleanup(new RunDirectory(folder), console::add).stop(store, ownFile);

        assertThat(storeProcess.isAlive()).isFalse();
        assertThat(ownFile).exists();
    }

    @Test
    void ignoresAPidFileThatIsCutShort() throws Exception {
        Files.writeString(folder.resolve("run").resolve("door.pid"), "");

        new OrphanCleanup(new RunDirectory(folder), console::add)
                .stop(List.of(FakeProcess.lasting(folder, "door").managed()));

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

    private Process leave(ManagedProcess managed) throws IOException {
        Process process = new ProcessStarter(new RunDirectory(folder)).start(managed);
        processes.add(process);
        new RunDirectory(folder).pidFile(managed.name()).write(process.pid());
        await().until(() -> managed.start().ready().isReady());
        return process;
    }
}
