package org.prefstream.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.local.process.FolderLock;

class LocalMainTest {

    private static final Duration START_MAX = Duration.ofSeconds(90);
    private static final List<String> PROCESSES = List.of("postgres", "kafka", "task-service", "annotation-service",
            "export-service", "frontend");

    @TempDir
    Path folder = Path.of("");

    private LocalProgram program;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        program = new LocalProgram(folder);
    }

    @AfterEach
    void stop() throws Exception {
        for (Process process : started) {
            process.destroy();
            process.waitFor(60, SECONDS);
        }
    }

    @Test
    void startsEverythingSaysHowToUseItAndStopsInOrder() throws Exception {
        Process running = startAndAwait("first.out");

        assertThat(program.data().resolve("connection.env")).content()
                .isEqualTo("""
                        PREFSTREAM_URL=http://localhost:%d
                        PREFSTREAM_TOKEN=t0ken
                        PREFSTREAM_EMAIL=owner@prefstream.local
                        PREFSTREAM_PASSWORD=%s
                        KAFKA_BOOTSTRAP=127.0.0.1:%d
                        """.formatted(program.port, Files.readString(program.data().resolve("secrets/owner-password")),
                        program.kafkaPort));
        assertThat(permissions("connection.env")).isEqualTo("rw-------");
        assertThat(permissions("secrets/owner-password")).isEqualTo("rw-------");
        assertThat(permissions("secrets/token-secret")).isEqualTo("rw-------");
        assertThat(output("first.out")).contains("curl -H \"Authorization: Token t0ken\" http://localhost:");
        List<ProcessHandle> processes = handles();
        assertThat(processes).hasSize(6).allMatch(ProcessHandle::isAlive);

        running.destroy();

        assertThat(running.waitFor(60, SECONDS)).isTrue();
        assertThat(running.exitValue()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(program.data().resolve("run")).isDirectoryNotContaining("glob:**.pid");
    }

    @Test
    void bringsBackWhatIsKilledAndFindsEverythingAgainAfterItWasKilledItself() throws Exception {
        Process first = startAndAwait("first.out");
        createTopic("kept");
        ProcessHandle.of(program.pid("postgres")).orElseThrow().destroyForcibly();
        await().atMost(START_MAX)
                .until(() -> output("first.out").lines()
                        .filter(line -> line.matches(" *postgres +ready after.*"))
                        .count() == 2);
        List<ProcessHandle> left = handles();
        first.destroyForcibly().waitFor();
        assertThat(left).allMatch(ProcessHandle::isAlive);

        startAndAwait("second.out");

        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(output("second.out")).contains("Stopped postgres (pid ", "Stopped frontend (pid ");
        assertThat(topics()).contains("kept");
    }

    @Test
    void refusesASecondStartOnTheSameDataFolder() throws Exception {
        Path lockFile = Files.createDirectories(program.data().resolve("run")).resolve("supervisor.lock");
        try (FolderLock held = FolderLock.tryLock(lockFile).orElseThrow()) {
            assertThat(held).isNotNull();

            assertThat(program.refusal(folder.resolve("out"))).isEqualTo(
                    "1 deploy/up: Prefstream already runs on %s (pid %d). Stop that one, or take another folder with --data."
                            .formatted(program.data(), ProcessHandle.current().pid()));
        }
    }

    @Test
    void refusesABusyPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(program.port)) {
            assertThat(program.refusal(folder.resolve("out"))).isEqualTo(
                    "1 deploy/up: Port %d on 127.0.0.1 is in use. Stop what uses it, or choose another with --port."
                            .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesADataFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(program.refusal(folder.resolve("out"), "--data", file.resolve("data").toString()))
                .startsWith("1 deploy/up: The data folder " + file.resolve("data") + " cannot be used: ")
                .hasLineCount(1);
    }

    @Test
    void refusesWhatIsNotBuilt() throws Exception {
        Files.delete(folder.resolve("home/export-service/target/quarkus-app/quarkus-run.jar"));

        assertThat(program.refusal(folder.resolve("out"))).startsWith("1 deploy/up: export-service is not built: ")
                .hasLineCount(1);
    }

    private Process startAndAwait(String outputName) throws IOException {
        Process running = program.start(folder.resolve(outputName), "--empty");
        started.add(running);
        await().atMost(START_MAX).until(() -> !running.isAlive() || output(outputName).contains("Ctrl-C stops it"));
        assertThat(output(outputName)).contains("Prefstream is ready.");
        assertThat(program.data().resolve("logs/task-service.log")).content().contains("sample false");
        return running;
    }

    private String output(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<ProcessHandle> handles() throws IOException {
        List<ProcessHandle> handles = new ArrayList<>();
        for (String process : PROCESSES) {
            handles.add(ProcessHandle.of(program.pid(process)).orElseThrow());
        }
        return handles;
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(program.data().resolve(file)));
    }

    private void createTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(20, SECONDS);
        }
    }

    private Iterable<String> topics() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get(20, SECONDS);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + program.kafkaPort));
    }
}
