package org.prefstream.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.prefstream.local.process.ErrorText;
import org.prefstream.local.startup.LocalRun;
import org.prefstream.local.startup.Options;
import org.prefstream.local.startup.StartRefused;
import org.prefstream.local.startup.TrainingRun;

/**
 * Starts the whole system on this machine and keeps it running until Ctrl-C or SIGTERM. The exit status is 0 after an
 * orderly stop, 1 if the system could not start or a process crashed too often, and 2 for wrong options.
 */
public final class LocalMain {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private LocalMain() {
    }

    /**
     * Runs the system.
     *
     * @param arguments
     *            the options of {@code help.txt}. The system property {@code prefstream.home} names the built source
     *            tree. With the system property {@code prefstream.train} the program makes a {@link TrainingRun}
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                System.out.print(help());
                return 0;
            }
            return run(Path.of(System.getProperty("prefstream.home", ".")), options);
        } catch (StartRefused refusal) {
            System.err.println("deploy/up: " + refusal.getMessage());
            return refusal.status();
        } catch (IOException e) {
            System.err.println("deploy/up: Prefstream cannot start: " + ErrorText.of(e) + ".");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int run(Path home, Options options) throws StartRefused, IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build();
        if (Boolean.getBoolean("prefstream.train")) {
            new TrainingRun(home, http).run();
            return 0;
        }
        return new LocalRun(home, options, http).run();
    }

    private static String help() throws IOException {
        try (InputStream text = LocalMain.class.getResourceAsStream("help.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
