package org.prefstream.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a managed process, whose output goes to its log. */
final class ProcessStarter {

    /** Our settings in the environment of the caller would reach only some of the processes, or the wrong ones. */
    private static final List<String> BLOCKED_PREFIXES = List.of("PREFSTREAM_", "QUARKUS_", "KAFKA_");
    /** Those that mean the same in whatever process reads them. */
    private static final List<String> ALLOWED_PREFIXES = List.of("QUARKUS_LOG_", "PREFSTREAM_IMAGES_",
            "PREFSTREAM_MODEL_SERVERS", "PREFSTREAM_GENERATION_");

    private final RunDirectory directory;

    ProcessStarter(RunDirectory directory) {
        this.directory = directory;
    }

    Process start(ManagedProcess managed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(managed.command()))
                .directory(directory.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.log(managed.name()).path().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(ProcessStarter::isBlocked);
        environment.putAll(managed.environment());
        directory.log(managed.name())
                .append("--- %s: start ---".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        return builder.start();
    }

    private static boolean isBlocked(String variable) {
        return BLOCKED_PREFIXES.stream().anyMatch(variable::startsWith)
                && ALLOWED_PREFIXES.stream().noneMatch(variable::startsWith);
    }

    /** A terminal sends Ctrl-C to its whole session. The processes must not receive it: they are stopped in order. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (isInstalled("setsid")) {
            whole.add("setsid");
        } else if (isInstalled("perl")) {
            whole.addAll(List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!"));
        }
        whole.addAll(command);
        return whole;
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
