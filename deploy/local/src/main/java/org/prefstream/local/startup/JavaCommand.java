package org.prefstream.local.startup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds the command of a Java program of the local system. The program runs on the same JVM as the supervisor, with
 * little memory.
 *
 * @param folder
 *            the data folder; the command line begins with it, which identifies the process as ours
 */
record JavaCommand(DataFolder folder) {

    /** The many memory arenas of glibc cost each JVM tens of MiB. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    List<String> run(int heapMebibytes, Compilers compilers, List<String> jvmOptions, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dprefstream.data=" + folder.path());
        command.add("-Xmx%dm".formatted(heapMebibytes));
        command.addAll(compilers.options());
        // The classes of a service need about 90 MiB. The default limit begins at 20 MiB, and each time that it grows
        // costs a full collection.
        command.addAll(List.of("-Xss512k", "-XX:MetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true", "-Djava.io.tmpdir=" + folder.temporary()));
        command.addAll(jvmOptions);
        command.addAll(program);
        return command;
    }
}
