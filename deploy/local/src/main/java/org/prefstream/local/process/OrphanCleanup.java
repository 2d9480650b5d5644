package org.prefstream.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stops the processes that a crashed supervisor left running. It finds them by their pid files and stops them in the
 * usual order. Only the holder of the data folder's {@link FolderLock} may call it.
 */
public final class OrphanCleanup {

    private final RunDirectory directory;
    private final Consumer<String> console;

    /** Looks for pid files in the directory and reports to the console what it stops. */
    public OrphanCleanup(RunDirectory directory, Consumer<String> console) {
        this.directory = directory;
        this.console = console;
    }

    /** Stops those of the given processes that still run, and deletes their pid files. */
    public void stop(List<ManagedProcess> processes) throws IOException {
        List<ManagedProcess> inOrder = processes.stream()
                .sorted(Comparator.comparing(managed -> managed.stop().order()))
                .toList();
        for (ManagedProcess managed : inOrder) {
            PidFile file = directory.pidFile(managed.name());
            stop(managed, file);
            file.delete();
        }
    }

    /** Stops the process that another file names in its first line, if it is alive and ours. The file stays. */
    public void stop(ManagedProcess managed, Path pidFile) throws IOException {
        stop(managed, new PidFile(pidFile));
    }

    private void stop(ManagedProcess managed, PidFile file) throws IOException {
        Optional<ProcessHandle> found = file.find(directory.folder());
        if (found.isPresent()) {
            Termination.ask(found.get(), managed.stop().signal());
            Termination.await(found.get(), managed.stop().timeout());
            console.accept("Stopped %s (pid %d), which an earlier start had left running.".formatted(managed.name(),
                    found.get().pid()));
        }
    }
}
