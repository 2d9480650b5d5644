package org.prefstream.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Archives of classes as the JVM has them in memory, one per Java program, made by a {@link TrainingRun} after a build. A
 * program that starts with its archive needs about two thirds of the processor time to become ready.
 *
 * @param folder
 *            where they are
 * @param recording
 *            whether programs are to make their archives when they end, rather than use them
 */
record ClassArchives(Path folder, boolean recording) {

    static ClassArchives inUse(Path home) {
        return new ClassArchives(folderOf(home), false);
    }

    static ClassArchives beingRecorded(Path home) {
        return new ClassArchives(folderOf(home), true);
    }

    /** {@return the JVM's options for the program; none if it has no archive or was built again since} */
    List<String> options(String name, Path jar) {
        Path archive = folder.resolve(name + ".jsa");
        if (recording) {
            return List.of("-XX:ArchiveClassesAtExit=" + archive);
        }
        return isNewer(archive, jar) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
    }

    private static boolean isNewer(Path archive, Path jar) {
        try {
            return Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Path folderOf(Path home) {
        return home.resolve("deploy/local/target/archives");
    }
}
