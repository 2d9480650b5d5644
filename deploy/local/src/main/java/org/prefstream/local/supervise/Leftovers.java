package org.prefstream.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds what a supervisor that crashed left running, by the pid files, and stops it in the usual order. To be called by
 * the holder of the data folder's {@link FolderLock} only.
 */
public final class Leftovers {

    private final Workplace workplace;
    private final Consumer<String> console;

    /** Looks in the given place; tells what it finds to the console. */
    public Leftovers(Workplace workplace, Consumer<String> console) {
        this.workplace = workplace;
        this.console = console;
    }

    /** Stops what is left of these children and deletes their pid files. */
    public void stop(List<Child> children) throws IOException {
        List<Child> inOrder = children.stream().sorted(Comparator.comparing(child -> child.stop().turn())).toList();
        for (Child child : inOrder) {
            PidFile file = workplace.pidFile(child.name());
            stop(child, file);
            file.delete();
        }
    }

    /** Stops the process, if it lives and is ours, that another file names in its first line; leaves the file. */
    public void stop(Child child, Path pidFile) throws IOException {
        stop(child, new PidFile(pidFile));
    }

    private void stop(Child child, PidFile file) throws IOException {
        Optional<ProcessHandle> found = file.living(workplace.folder());
        if (found.isPresent()) {
            Ending.ask(found.get(), child.stop().signal());
            Ending.await(found.get(), child.stop().patience());
            console.accept("Stopped %s (pid %d), which an earlier start had left running.".formatted(child.name(),
                    found.get().pid()));
        }
    }
}
