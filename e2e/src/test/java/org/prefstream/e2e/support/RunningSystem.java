package org.prefstream.e2e.support;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.testing.ModelServer;
import org.prefstream.embedded.testing.ModelServer.Asked;
import org.prefstream.embedded.testing.ModelServer.Reply;
import org.prefstream.embedded.testing.TopicReader;

/** A running Prefstream, started as a user starts it: by {@code deploy/up}, on free ports and a data folder of its own. */
public final class RunningSystem implements AutoCloseable {

    /** The first start after a build prepares quick starts, which takes a slow machine two minutes. */
    private static final Duration START_MAX = Duration.ofMinutes(6);
    private static final Duration STOP_MAX = Duration.ofMinutes(1);
    private static final int LOG_LINES = 40;
    private static final Pattern MADE = Pattern.compile("A made-up answer, number ([0-9]+)");

    private final Path folder;
    private final List<String> command;
    private final ImageServer images = ImageServer.start();
    private final ModelServer models = ModelServer.start(this::made);
    private volatile Duration modelsTake = Duration.ZERO;
    private final int modelPort = FreePorts.next();
    private Process launcher;

    private RunningSystem(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
        this.launcher = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launcher.destroy()));
    }

    /** Starts a new system and waits until all of it is healthy. */
    public static RunningSystem start() {
        Path folder = Folders.fresh("system");
        RunningSystem system = new RunningSystem(folder,
                List.of(Folders.root().resolve("deploy/up").toString(), "--data", folder.resolve("data").toString(),
                        "--port", Integer.toString(FreePorts.next()), "--kafka-port",
                        Integer.toString(FreePorts.next())));
        system.awaitHealthy();
        return system;
    }

    /** {@return how to reach it} */
    public Connection connection() {
        return Connection.read(connectionFile());
    }

    /** {@return its API with the owner's token} */
    public ApiClient owner() {
        Connection connection = connection();
        return ApiClient.withToken(connection.url(), connection.token());
    }

    /** {@return its topics} */
    public TopicReader topics() {
        return new TopicReader(connection().kafkaBootstrap(), "");
    }

    /** {@return the server whose images it may show, those below {@code /shown/}; it lives as long as the system} */
    public ImageServer images() {
        return images;
    }

    /**
     * {@return the model server that it may ask, which answers everything, and judges that of two such answers the first one that it made is
     * better; it lives as long as the system}
     */
    public ModelServer models() {
        return models;
    }

    /** Has the model server take so long from now on. */
    public void letModelsTake(Duration time) {
        modelsTake = time;
    }

    /** {@return the folder that is named as the target "disk"} */
    public Path targetFolder() {
        return folder.resolve("target");
    }

    /** {@return a port of this machine at which it may ask another model server, which a test starts} */
    public int modelPort() {
        return modelPort;
    }

    private Reply made(Asked asked) {
        return said(asked).after(modelsTake);
    }

    private static Reply said(Asked asked) {
        if (!asked.body().contains("Answer A")) {
            return Reply.completion("A made-up answer, number " + asked.number(), "stop");
        }
        List<Integer> numbers = MADE.matcher(asked.body())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        String better = numbers.get(0) < numbers.get(1) ? "A" : "B";
        return Reply.completion("{\\\"verdict\\\": \\\"" + better + "\\\"}", "stop");
    }

    /** Asks the launcher to stop (SIGTERM) and waits until it has ended. */
    public void stop() {
        launcher.destroy();
        if (!ended(STOP_MAX)) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
            throw new AssertionError("deploy/up did not end within " + STOP_MAX + " of SIGTERM:\n" + logTail());
        }
    }

    /** Ends all of it at once (SIGKILL), databases and broker too, as a power cut does to a machine whose disks keep what they said. */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(Stream.of(launcher.toHandle()), launcher.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await("all processes to end").atMost(STOP_MAX).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** {@return whether it was started and has not ended} */
    public boolean isRunning() {
        return launcher.isAlive();
    }

    /** Starts the stopped system again, on its own data and ports. */
    public void startAgain() {
        launcher = launch();
        awaitHealthy();
    }

    @Override
    public void close() {
        try (images; models) {
            if (launcher.isAlive()) {
                stop();
            }
        }
    }

    private Process launch() {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("PREFSTREAM_IMAGES_SOURCES", images.allowed().toString());
        builder.environment().put("PREFSTREAM_TARGETS_DISK_FOLDER", targetFolder().toString());
        builder.environment().put("PREFSTREAM_MODEL_SERVERS", "127.0.0.1:" + models.port() + ",127.0.0.1:" + modelPort);
        try {
            Files.createDirectories(targetFolder());
            return builder.start();
        } catch (IOException missing) {
            throw new UncheckedIOException("deploy/up cannot be started", missing);
        }
    }

    private void awaitHealthy() {
        await("deploy/up to be healthy").atMost(START_MAX).pollInterval(Duration.ofMillis(250)).until(() -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("deploy/up ended with " + launcher.exitValue() + ":\n" + logTail());
            }
            return Files.exists(connectionFile()) && ApiClient.anonymous(connection().url()).answers("/health");
        });
    }

    private boolean ended(Duration max) {
        try {
            return launcher.waitFor(max.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Path log() {
        return folder.resolve("up.log");
    }

    private Path connectionFile() {
        return folder.resolve("data").resolve("connection.env");
    }
}
