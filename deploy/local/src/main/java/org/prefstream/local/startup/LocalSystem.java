package org.prefstream.local.startup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.prefstream.embedded.BrokerMain;
import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.PostgresCluster;
import org.prefstream.embedded.PostgresCluster.Durability;
import org.prefstream.embedded.PostgresPrograms;
import org.prefstream.local.process.ManagedProcess;
import org.prefstream.local.process.ManagedProcess.Signal;
import org.prefstream.local.process.ManagedProcess.Start;
import org.prefstream.local.process.ManagedProcess.Step;
import org.prefstream.local.process.ManagedProcess.Stop;

/**
 * Describes the processes of the local system: PostgreSQL, the broker, three services with a database each, and the
 * door. They stop in the opposite order, so that no process loses one that it needs.
 */
final class LocalSystem {

    static final String OWNER_EMAIL = "owner@prefstream.local";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration RECORDING_STOP_TIMEOUT = Duration.ofMinutes(3);
    private static final int BROKER_HEAP_MEBIBYTES = 256;
    private static final int DOOR_ORDER = 0;
    private static final int SERVICE_ORDER = 1;
    private static final int BROKER_ORDER = 2;
    private static final int POSTGRES_ORDER = 3;

    private final Path home;
    private final Options options;
    private final DataFolder folder;
    private final HttpClient http;
    private final ClassArchives archives;
    private final List<Service> services = List.of(Service.withDatabase("task-service", Compilers.QUICK),
            Service.withDatabase("annotation-service", Compilers.OPTIMISING),
            Service.withDatabase("export-service", Compilers.QUICK));
    private final Service door;
    private final PostgresCluster postgres;

    /**
     * @param home
     *            the built source tree
     */
    LocalSystem(Path home, Options options, DataFolder folder, HttpClient http, ClassArchives archives)
            throws IOException {
        this.home = home;
        this.options = options;
        this.folder = folder;
        this.http = http;
        this.archives = archives;
        this.door = Service.door(options.port());
        this.postgres = new PostgresCluster(PostgresPrograms.in(folder.programs()), folder.postgres(), FreePorts.next(),
                folder.secret("postgres-password"), Durability.DURABLE);
    }

    /** {@return the processes; a process comes after those that it needs} */
    List<ManagedProcess> processes() throws IOException {
        ServiceEnvironment environment = new ServiceEnvironment(options, folder, postgres, services);
        List<ManagedProcess> processes = new ArrayList<>(List.of(postgres(), broker()));
        for (Service service : services) {
            processes.add(java(service, environment.of(service), Set.of("postgres"), SERVICE_ORDER));
        }
        processes.add(java(door, environment.of(door), Set.of(), DOOR_ORDER));
        return List.copyOf(processes);
    }

    /** {@return how to reach the system; the token is not known yet} */
    Connection connection() throws IOException {
        return new Connection(options.url(), "", OWNER_EMAIL, Files.readString(folder.ownerPasswordFile()),
                options.bootstrap());
    }

    /** Refuses to start if a program is not built. */
    void requirePrograms() throws StartRefused {
        List<Service> all = new ArrayList<>(services);
        all.add(door);
        for (Service service : all) {
            if (!Files.exists(service.jar(home))) {
                throw new StartRefused("%s is not built: %s is missing. Start without --no-build."
                        .formatted(service.name(), service.jar(home)));
            }
        }
    }

    private ManagedProcess postgres() {
        Step prepare = () -> {
            postgres.programs().unpack();
            postgres.initialise();
        };
        return new ManagedProcess("postgres", postgres.serverCommand(), Map.of(),
                new Start(Set.of(), prepare, postgres.admin()::isReady, this::createDatabases),
                new Stop(POSTGRES_ORDER, Signal.INT, STOP_TIMEOUT));
    }

    private void createDatabases() throws Exception {
        for (Service service : services) {
            postgres.admin().createDatabase(service.database(), service.database(), folder.secret(service.database()));
        }
    }

    private ManagedProcess broker() {
        String classPath = System.getProperty("java.class.path");
        // The broker's request histograms keep their samples for minutes. Young samples are copied from one survivor
        // space to the other at each collection, which paused the broker for 43 ms. With an early promotion the pause
        // is 23 ms.
        List<String> program = List.of("-XX:MaxTenuringThreshold=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "-cp", classPath,
                BrokerMain.class.getName(), folder.kafka().toString(), Integer.toString(options.kafkaPort()));
        List<String> archive = archives.options("kafka", Path.of(classPath));
        return new ManagedProcess("kafka",
                new JavaCommand(folder).run(BROKER_HEAP_MEBIBYTES, Compilers.QUICK, archive, program),
                JavaCommand.ENVIRONMENT,
                new Start(Set.of(), Step.NOTHING, Probes.connects(options.kafkaPort()), Step.NOTHING),
                new Stop(BROKER_ORDER, Signal.TERM, stopTimeout()));
    }

    private ManagedProcess java(Service service, Map<String, String> environment, Set<String> after, int order) {
        Path jar = service.jar(home);
        List<String> command = new JavaCommand(folder).run(options.heapMebibytes(), service.compilers(),
                archives.options(service.name(), jar), List.of("-jar", jar.toString()));
        return new ManagedProcess(service.name(), command, environment,
                new Start(after, Step.NOTHING, Probes.health(http, service.managementPort()), Step.NOTHING),
                new Stop(order, Signal.TERM, stopTimeout()));
    }

    private Duration stopTimeout() {
        return archives.recording() ? RECORDING_STOP_TIMEOUT : STOP_TIMEOUT;
    }
}
