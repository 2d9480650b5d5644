package org.prefstream.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a Java program of the local system is run: by the JVM that runs the supervisor, with little memory.
 *
 * @param folder
 *            the data folder, named first on the command line, so that a process is recognised as ours
 */
record JavaCommand(DataFolder folder) {

    /** glibc's many memory arenas cost each JVM tens of MiB. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    List<String> run(int heapMebibytes, List<String> jvmOptions, List<String> program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dprefstream.data=" + folder.path());
        command.add("-Xmx%dm".formatted(heapMebibytes));
        // C1 alone: the optimising compilers of five JVMs would keep two cores busy for minutes and gain nothing here.
        // Classes of a service need about 90 MiB; up from 20 MiB, each growth of that limit would be a full collection.
        command.addAll(List.of("-Xss512k", "-XX:MetaspaceSize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true",
                "-Djava.io.tmpdir=" + folder.temporary()));
        command.addAll(jvmOptions);
        command.addAll(program);
        return command;
    }
}
