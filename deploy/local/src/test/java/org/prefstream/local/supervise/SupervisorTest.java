package org.prefstream.local.supervise;

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
import org.prefstream.local.supervise.Child.Signal;

class SupervisorTest {

    private static final RestartRule QUICK = new RestartRule(Duration.ofMillis(10), Duration.ofMillis(50), 5,
            Duration.ofMinutes(1), Duration.ofSeconds(20));

    @TempDir
    Path folder = Path.of("");

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<Supervisor> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        new Workplace(folder).prepare();
    }

    @AfterEach
    void stopAll() {
        started.forEach(Supervisor::stop);
    }

    @Test
    void startsAChildOnceThoseItNeedsAreReady() throws Exception {
        FakeChild slow = FakeChild.running(folder, "slow", """
                sleep 0.3; echo ready slow >> order; touch slow.ready; exec sleep 600
                """);

        start(FakeChild.lasting(folder, "needy").startingAfter("slow"), slow).ready().get(20, SECONDS);

        assertThat(order()).containsExactly("ready slow", "started needy");
    }

    @Test
    void refusesAChildThatNeedsAnUnknownOne() {
        assertThatThrownBy(() -> start(FakeChild.lasting(folder, "needy").startingAfter("nobody")))
                .hasMessage("needy starts after nobody, which is not there");
    }

    @Test
    void stopsTurnByTurnWithTheSignalOfEach() throws Exception {
        Supervisor supervisor = start(FakeChild.lasting(folder, "store").stoppingInTurn(2, Signal.INT),
                FakeChild.lasting(folder, "door").stoppingInTurn(0, Signal.TERM),
                FakeChild.lasting(folder, "service").stoppingInTurn(1, Signal.TERM));
        supervisor.ready().get(20, SECONDS);

        supervisor.stop();

        assertThat(order()).filteredOn(line -> line.startsWith("stopped"))
                .containsExactly("stopped door", "stopped service", "stopped store");
    }

    @Test
    void namesEachProcessInItsPidFileWhileItRuns() throws Exception {
        Supervisor supervisor = start(FakeChild.lasting(folder, "door"));
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
        start(FakeChild.lasting(folder, "door")).ready().get(20, SECONDS);
        long first = pid("door");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().until(() -> Files.exists(pidFile("door")) && pid("door") != first);
        await().untilAsserted(() -> assertThat(order()).containsExactly("started door", "started door"));
        assertThat(console).anyMatch(line -> line.startsWith("door ended with status 137; it is started again in"));
    }

    @Test
    void givesUpLoudlyAfterFiveCrashes() throws Exception {
        Supervisor supervisor = start(FakeChild.running(folder, "broken", """
                echo started >> order; echo "the reason"; exit 3
                """));

        String message = supervisor.givenUp().get(20, SECONDS);

        assertThat(message).contains("broken ended with status 3", "5th time", "the reason", "broken.log");
        assertThat(order()).hasSize(5);
    }

    @Test
    void countsACrashLoopThatNeverGetsReadyEvenIfEachStartIsSlow() throws Exception {
        RestartRule forgetful = new RestartRule(Duration.ofMillis(10), Duration.ofMillis(10), 5, Duration.ZERO,
                Duration.ofSeconds(20));

        Supervisor supervisor = start(forgetful, FakeChild.running(folder, "broken", "echo started >> order; exit 1"));

        assertThat(supervisor.givenUp().get(20, SECONDS)).contains("before it was ready");
        assertThat(order()).hasSize(5);
    }

    @Test
    void countsAStartThatDoesNotBecomeReadyAsACrash() throws Exception {
        RestartRule impatient = new RestartRule(Duration.ofMillis(10), Duration.ofMillis(10), 2, Duration.ofMinutes(1),
                Duration.ofMillis(200));

        Supervisor supervisor = start(impatient, FakeChild.running(folder, "idle", "exec sleep 600"));

        assertThat(supervisor.givenUp().get(20, SECONDS)).contains("was not ready after");
    }

    @Test
    void killsWhatDoesNotListen() throws Exception {
        Supervisor supervisor = start(FakeChild.running(folder, "deaf", """
                trap '' TERM; touch deaf.ready; while :; do sleep 0.05; done
                """).withPatience(Duration.ofMillis(200)));
        supervisor.ready().get(20, SECONDS);
        ProcessHandle deaf = ProcessHandle.of(pid("deaf")).orElseThrow();

        supervisor.stop();

        assertThat(deaf.isAlive()).isFalse();
        assertThat(console).anyMatch(line -> line.startsWith("deaf did not stop within"));
    }

    @Test
    void saysWhatKeepsAChildFromStarting() throws Exception {
        Supervisor supervisor = start(FakeChild.lasting(folder, "store").preparedBy(() -> {
            throw new IOException("write: No space left on device");
        }));

        assertThat(supervisor.givenUp().get(20, SECONDS)).startsWith("store cannot run: the disk is full");
    }

    @Test
    void stopsWhileAChildWaitsForItsNextStart() throws Exception {
        RestartRule slow = new RestartRule(Duration.ofHours(1), Duration.ofHours(1), 5, Duration.ofMinutes(1),
                Duration.ofSeconds(20));
        Supervisor supervisor = start(slow, FakeChild.running(folder, "broken", "exit 1"));
        await().until(() -> console.stream().anyMatch(line -> line.contains("started again")));

        supervisor.stop();

        assertThat(supervisor.givenUp()).isNotDone();
    }

    @Test
    void givesAChildItsOwnVariables() throws Exception {
        start(FakeChild.running(folder, "talker", "echo name $FAKE_NAME; touch talker.ready; exec sleep 600")).ready()
                .get(20, SECONDS);

        assertThat(new Workplace(folder).log("talker").tail(1)).containsExactly("name talker");
    }

    private Supervisor start(FakeChild... children) {
        return start(QUICK, children);
    }

    private Supervisor start(RestartRule rule, FakeChild... children) {
        Supervisor supervisor = new Supervisor(Stream.of(children).map(FakeChild::child).toList(),
                new Workplace(folder), rule, console::add);
        started.add(supervisor);
        supervisor.start();
        return supervisor;
    }

    private Path pidFile(String child) {
        return folder.resolve("run").resolve(child + ".pid");
    }

    private long pid(String child) throws IOException {
        String text = Files.readString(pidFile(child)).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private List<String> order() throws IOException {
        return Files.readAllLines(folder.resolve("order"));
    }
}
