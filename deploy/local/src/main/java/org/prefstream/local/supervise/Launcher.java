package org.prefstream.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the process of a child, which writes to its log. */
final class Launcher {

    /** Settings of ours in the caller's environment would reach only some of the children, or the wrong ones. */
    private static final List<String> WITHHELD = List.of("PREFSTREAM_", "QUARKUS_", "KAFKA_");
    private static final String LET_THROUGH = "QUARKUS_LOG_";

    private final Workplace workplace;

    Launcher(Workplace workplace) {
        this.workplace = workplace;
    }

    Process start(Child child) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(inASessionOfItsOwn(child.command()))
                .directory(workplace.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(workplace.log(child.name()).path().toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(Launcher::isWithheld);
        environment.putAll(child.environment());
        workplace.log(child.name())
                .append("--- %s: start ---".formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        return builder.start();
    }

    private static boolean isWithheld(String variable) {
        return WITHHELD.stream().anyMatch(variable::startsWith) && !variable.startsWith(LET_THROUGH);
    }

    /** A terminal sends Ctrl-C to the whole session; the children must not get it, since they are stopped in order. */
    private static List<String> inASessionOfItsOwn(List<String> command) {
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
