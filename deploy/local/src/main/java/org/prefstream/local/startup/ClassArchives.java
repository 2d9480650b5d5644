package org.prefstream.local.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes starts quicker: an archive holds the classes of one Java program as the JVM has them in memory (class data
 * sharing). With its archive a program needs about two thirds of the processor time to become ready. A
 * {@link TrainingRun} makes the archives after a build.
 *
 * @param folder
 *            the folder of the archives
 * @param recording
 *            whether programs write their archives when they end, instead of using them
 */
record ClassArchives(Path folder, boolean recording) {

    static ClassArchives forUse(Path home) {
        return new ClassArchives(folderOf(home), false);
    }

    static ClassArchives forRecording(Path home) {
        return new ClassArchives(folderOf(home), true);
    }

    /** {@return the JVM options for the program; none if it has no archive or was built after its archive} */
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
