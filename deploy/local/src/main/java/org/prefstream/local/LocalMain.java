package org.prefstream.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.prefstream.local.supervise.Reason;

/**
 * Starts the whole system on this machine and keeps it running until Ctrl-C or SIGTERM. It ends with status 0 after an
 * orderly stop, 1 if it could not start or something in it crashed too often, and 2 for options that it does not know.
 */
public final class LocalMain {

    private LocalMain() {
    }

    /**
     * Runs the system.
     *
     * @param arguments
     *            see {@code help.txt}; the system property {@code prefstream.home} names the built source tree
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
            return new LocalRun(Path.of(System.getProperty("prefstream.home", ".")), options).run();
        } catch (StartRefused refusal) {
            System.err.println("deploy/up: " + refusal.getMessage());
            return refusal.status();
        } catch (IOException e) {
            System.err.println("deploy/up: Prefstream cannot start: " + Reason.of(e) + ".");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static String help() throws IOException {
        try (InputStream text = LocalMain.class.getResourceAsStream("help.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
