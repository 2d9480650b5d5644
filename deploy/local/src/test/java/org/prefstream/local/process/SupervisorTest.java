package org.prefstream.local.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.local.process.ManagedProcess.Signal;

class SupervisorTest {

    private static final RestartPolicy QUICK = new RestartPolicy(Duration.ofMillis(10), Duration.ofMillis(50), 5,
            Duration.ofMinutes(1), Duration.ofSeconds(20));

    @TempDir
    Path folder = Path.of("");

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<Supervisor> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        new RunDirectory(folder).prepare();
    }

    @AfterEach
    void stopAll() {
        started.forEach(Supervisor::stop);
    }

    @Test
    void startsAProcessOnceThoseItNeedsAreReady() throws Exception {
        FakeProcess slow = FakeProcess.running(folder, "slow", """
                sleep 0.3; echo ready slow >> order; touch slow.ready; exec sleep 600
                """);

        start(FakeProcess.lasting(folder, "needy").startingAfter("slow"), slow).ready().get(20, SECONDS);

        assertThat(order()).containsExactly("ready slow", "started needy");
    }

    @Test
    void refusesAProcessThatNeedsAnUnknownOne() {
        assertThatThrownBy(() -> start(FakeProcess.lasting(folder, "needy").startingAfter("nobody")))
                .hasMessage("needy starts after nobody, which is not there");
    }

    @Test
    void stopsInOrderWithTheSignalOfEach() throws Exception {
        Supervisor supervisor = start(FakeProcess.lasting(folder, "store").stoppingInOrder(2, Signal.INT),
                FakeProcess.lasting(folder, "door").stoppingInOrder(0, Signal.TERM),
                FakeProcess.lasting(folder, "service").stoppingInOrder(1, Signal.TERM));
        supervisor.ready().get(20, SECONDS);

        supervisor.stop();

        assertThat(order()).filteredOn(line -> line.startsWith("stopped"))
                .containsExactly("stopped door", "stopped service", "stopped store");
    }

    @Test
    void namesEachProcessInItsPidFileWhileItRuns() throws Exception {
        Supervisor supervisor = start(FakeProcess.lasting(folder, "door"));
        supervisor.ready().get(20, SECONDS);
        ProcessHandle door = ProcessHandle.of(pid("door")).orElseThrow();
        boolean livedBefore = door.isAlive();

        supervisor.stop();

        assertThat(livedBefore).isTrue();
        assertThat(door.isAlive()).isFalse();
        assertThat(pidFile("door")).doesNotExist();
    }

    @Test
    void startsAgainWhatIsKilled() throws Exception {
        start(FakeProcess.lasting(folder, "door")).ready().get(20, SECONDS);
        long first = pid("door");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().until(() -> Files.exists(pidFile("door")) && pid("door") != first);
        await().untilAsserted(() -> assertThat(order()).containsExactly("started door", "started door"));
        assertThat(console).anyMatch(line -> line.startsWith("door ended with status 137; it is started again in"));
    }

    @Test
    void givesUpLoudlyAfterFiveCrashes() throws Exception {
        Supervisor supervisor = start(FakeProcess.running(folder, "broken", """
                echo started >> order; echo "the reason"; exit 3
                """));

        String message = supervisor.givenUp().get(20, SECONDS);

        assertThat(message).contains("broken ended with status 3", "5th time", "the reason", "broken.log");
        assertThat(order()).hasSize(5);
    }

    @Test
    void countsACrashLoopThatNeverGetsReadyEvenIfEachStartIsSlow() throws Exception {
        RestartPolicy forgetful = new RestartPolicy(Duration.ofMillis(10), Duration.ofMillis(10), 5, Duration.ZERO,
                Duration.ofSeconds(20));

        Supervisor supervisor = start(forgetful,
                FakeProcess.running(folder, "broken", "echo started >> order; exit 1"));

        assertThat(supervisor.givenUp().get(20, SECONDS)).contains("before it was ready");
        assertThat(order()).hasSize(5);
    }

    @Test
    void countsAStartThatDoesNotBecomeReadyAsACrash() throws Exception {
        RestartPolicy impatient = new RestartPolicy(Duration.ofMillis(10), Duration.ofMillis(10), 2,
                Duration.ofMinutes(1), Duration.ofMillis(200));

        Supervisor supervisor = start(impatient, FakeProcess.running(folder, "idle", "exec sleep 600"));

        assertThat(supervisor.givenUp().get(20, SECONDS)).contains("was not ready after");
    }

    @Test
    void killsAProcessThatIgnoresTheSignal() throws Exception {
        Supervisor supervisor = start(FakeProcess.running(folder, "deaf", """
                trap '' TERM; touch deaf.ready; while :; do sleep 0.05; done
                """).withTimeout(Duration.ofMillis(200)));
        supervisor.ready().get(20, SECONDS);
        ProcessHandle deaf = ProcessHandle.of(pid("deaf")).orElseThrow();

        supervisor.stop();

        assertThat(deaf.isAlive()).isFalse();
        assertThat(console).anyMatch(line -> line.startsWith("deaf did not stop within"));
    }

    @Test
    void saysWhatKeepsAProcessFromStarting() throws Exception {
        Supervisor supervisor = start(FakeProcess.lasting(folder, "store").preparedBy(() -> {
            throw new IOException("write: No space left on device");
        }));

        assertThat(supervisor.givenUp().get(20, SECONDS)).startsWith("store cannot run: the disk is full");
    }

    @Test
    void stopsWhileAProcessWaitsForItsNextStart() throws Exception {
        RestartPolicy slow = new RestartPolicy(Duration.ofHours(1), Duration.ofHours(1), 5, Duration.ofMinutes(1),
                Duration.ofSeconds(20));
        Supervisor supervisor = start(slow, FakeProcess.running(folder, "broken", "exit 1"));
        await().until(() -> console.stream().anyMatch(line -> line.contains("started again")));

        supervisor.stop();

        assertThat(supervisor.givenUp()).isNotDone();
    }

    @Test
    void givesAProcessItsOwnVariables() throws Exception {
        start(FakeProcess.running(folder, "talker", "echo name $FAKE_NAME; touch talker.ready; exec sleep 600")).ready()
                .get(20, SECONDS);

        assertThat(new RunDirectory(folder).log("talker").tail(1)).containsExactly("name talker");
    }

    private Supervisor start(FakeProcess... processes) {
        return start(QUICK, processes);
    }

    private Supervisor start(RestartPolicy policy, FakeProcess... processes) {
        Supervisor supervisor = new Supervisor(Stream.of(processes).map(FakeProcess::managed).toList(),
                new RunDirectory(folder), policy, console::add);
        started.add(supervisor);
        supervisor.start();
        return supervisor;
    }

    private Path pidFile(String process) {
        return folder.resolve("run").resolve(process + ".pid");
    }

    private long pid(String process) throws IOException {
        String text = Files.readString(pidFile(process)).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private List<String> order() throws IOException {
        return Files.readAllLines(folder.resolve("order"));
    }
}
