package org.prefstream.e2e.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Python with what people use beside the system, in an environment of this build's own. */
public final class Python {

    /** The legacy client, and a Kafka client. */
    private static final List<String> CLIENTS = List.of("label-studio-sdk==0.0.34", "kafka-python==3.0.12");
    /** The present client. It brings much along, and has the legacy one's name. */
    private static final List<String> PRESENT_SDK = List.of("label-studio-sdk==2.1.2");
    /** What training jobs read files with. */
    private static final List<String> LOADERS = List.of("datasets==5.2.0", "duckdb==2.0.0");
    /** What training jobs train with. It brings some gigabytes along. */
    private static final List<String> TRAINERS = List.of("trl==1.16.0", "torch==2.15.0", "transformers==5.24.0",
            "datasets==5.2.0", "kafka-python==3.0.12");
    /** What serves a model as OpenAI's API does. It brings some gigabytes along. */
    private static final List<String> MODEL_SERVER = List.of("torch==2.15.0", "transformers[serving]==5.24.0");
    /** Nothing is downloaded but packages. */
    private static final Map<String, String> OFFLINE = Map.of("HF_HUB_OFFLINE", "1",
            "HF_DATASETS_DISABLE_PROGRESS_BARS", "1");
    /** The last line of this client that checks files before it uploads them. */
    private static final List<String> TOGETHER = List.of("together==1.5.35");
    /** Mistral's rules for messages to tune with. */
    private static final List<String> MISTRAL = List.of("mistral-common==1.13.1");
    /** The trainer of MosaicML. It brings some gigabytes along. */
    private static final List<String> FOUNDRY = List.of("llm-foundry==0.22.0");
    private static final String WHAT_TO_INSTALL = "Python 3 with venv and pip is missing: install it (Debian: apt-get install python3 python3-venv)";
    private static final Duration INSTALL_MAX = Duration.ofMinutes(30);
    private static final Duration SCRIPT_MAX = Duration.ofMinutes(10);

    private final Path program;

    private Python(Path program) {
        this.program = program;
    }

    /** Makes the environment of Label Studio's legacy SDK and of a Kafka client, unless an earlier run did. */
    public static Python withClients() {
        return with("python", CLIENTS);
    }

    /** Makes the environment of Label Studio's present SDK, unless an earlier run did. */
    public static Python withPresentSdk() {
        return with("python-present-sdk", PRESENT_SDK);
    }

    /** Makes the environment of what training jobs read files with, unless an earlier run did. */
    public static Python withLoaders() {
        return with("python-loaders", LOADERS);
    }

    /** Makes the environment of what training jobs train with, unless an earlier run did. */
    public static Python withTrainers() {
        return with("python-trainers", TRAINERS);
    }

    /** Makes the environment of Together's checker of files, unless an earlier run did. */
    public static Python withTogether() {
        return with("python-together", TOGETHER);
    }

    /** Makes the environment of Mistral's rules for messages, unless an earlier run did. */
    public static Python withMistral() {
        return with("python-mistral", MISTRAL);
    }

    /** Makes the environment of llm-foundry, unless an earlier run did. */
    public static Python withFoundry() {
        return with("python-foundry", FOUNDRY);
    }

    /** Makes the environment of a server for models, unless an earlier run did. */
    public static Python withModelServer() {
        return with("python-model-server", MODEL_SERVER);
    }

    private static Python with(String folder, List<String> packages) {
        Path home = Folders.target().resolve(folder);
        Path ready = home.resolve("has-" + String.join("-", packages));
        Path program = home.resolve("bin").resolve("python");
        if (!Files.exists(ready)) {
            Run venv = Run.of(Folders.target(), INSTALL_MAX, "python3", "-m", "venv", "--clear", home.toString());
            if (venv.exitCode() != 0) {
                throw new AssertionError(WHAT_TO_INSTALL + "\n" + venv.output());
            }
            List<String> install = new ArrayList<>(
                    List.of(program.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"));
            install.addAll(packages);
            Run.of(Folders.target(), INSTALL_MAX, install.toArray(String[]::new)).expectSuccess();
            touch(ready);
        }
        return new Python(program);
    }

    /** Puts a script of the test resources into a folder, and runs it there. */
    public String runResource(Path folder, String name) {
        try (InputStream in = Python.class.getResourceAsStream("/" + name)) {
            Files.write(folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return run(folder, name);
    }

    /** Runs a script in a folder and returns what it printed; a script that fails fails the test. */
    public String run(Path folder, String script) {
        return Run.of(folder, SCRIPT_MAX, program.toString(), script).expectSuccess().output();
    }

    /** Starts a program that a package brought, in a folder, where its output goes to a file of its name. */
    public Process start(Path folder, List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.set(0, program.resolveSibling(command.get(0)).toString());
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(command.get(0) + ".log").toFile()));
        builder.environment().putAll(OFFLINE);
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A program that has ended, with everything that it printed. */
    private record Run(List<String> command, int exitCode, String output) {

        private static final int NOT_FOUND = 127;

        static Run of(Path folder, Duration max, String... command) {
            try {
                Path log = Files.createTempFile(Folders.target(), "run", ".log");
                ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
                builder.environment().putAll(OFFLINE);
                Process process = builder.start();
                boolean ended = process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS);
                process.destroyForcibly();
                String output = Files.readString(log);
                Files.delete(log);
                return ended
                        ? new Run(List.of(command), process.exitValue(), output)
                        : new Run(List.of(command), -1, output + "\nnot done within " + max);
            } catch (IOException missing) {
                return new Run(List.of(command), NOT_FOUND, missing.toString());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stop);
            }
        }

        Run expectSuccess() {
            if (exitCode != 0) {
                throw new AssertionError(String.join(" ", command) + " ended with " + exitCode + ":\n" + output);
            }
            return this;
        }
    }
}
