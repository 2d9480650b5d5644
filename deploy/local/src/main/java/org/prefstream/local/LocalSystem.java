package org.prefstream.local;

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
import org.prefstream.local.supervise.Child;
import org.prefstream.local.supervise.Child.Signal;
import org.prefstream.local.supervise.Child.Start;
import org.prefstream.local.supervise.Child.Step;
import org.prefstream.local.supervise.Child.Stop;

/**
 * What the local system consists of: PostgreSQL, the broker, three services with a database each, and the door. They are
 * stopped the other way round, so that nobody loses what it stands on.
 */
final class LocalSystem {

    static final String OWNER_EMAIL = "owner@prefstream.local";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RECORDING_PATIENCE = Duration.ofMinutes(3);
    private static final int BROKER_HEAP_MEBIBYTES = 256;
    private static final int DOOR_TURN = 0;
    private static final int SERVICE_TURN = 1;
    private static final int BROKER_TURN = 2;
    private static final int POSTGRES_TURN = 3;

    private final Path home;
    private final Options options;
    private final DataFolder folder;
    private final HttpClient http;
    private final ClassArchives archives;
    private final List<Service> services = List.of(Service.withDatabase("task-service"),
            Service.withDatabase("annotation-service"), Service.withDatabase("export-service"));
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

    /** {@return the processes, those first that others need} */
    List<Child> children() throws IOException {
        ServiceEnvironment environment = new ServiceEnvironment(options, folder, postgres, services);
        List<Child> children = new ArrayList<>(List.of(postgres(), broker()));
        for (Service service : services) {
            children.add(java(service, environment.of(service), Set.of("postgres"), SERVICE_TURN));
        }
        children.add(java(door, environment.of(door), Set.of(), DOOR_TURN));
        return List.copyOf(children);
    }

    /** {@return where the system is reached; the token is not known yet} */
    Connection connection() throws IOException {
        return new Connection(options.url(), "", OWNER_EMAIL, Files.readString(folder.ownerPasswordFile()),
                options.bootstrap());
    }

    /** Refuses to start what is not built. */
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

    private Child postgres() {
        Step prepare = () -> {
            postgres.programs().unpack();
            postgres.initialise();
        };
        return new Child("postgres", postgres.serverCommand(), Map.of(),
                new Start(Set.of(), prepare, postgres.admin()::isReady, this::createDatabases),
                new Stop(POSTGRES_TURN, Signal.INT, PATIENCE));
    }

    private void createDatabases() throws Exception {
        for (Service service : services) {
            postgres.admin().createDatabase(service.database(), service.database(), folder.secret(service.database()));
        }
    }

    private Child broker() {
        String launcher = System.getProperty("java.class.path");
        // The broker's request histograms keep their samples for minutes. Copied from one survivor space to the other for as long
        // as they are young, they made each collection a pause of 43 ms for all who wait for the broker; so it is 23 ms.
        List<String> program = List.of("-XX:MaxTenuringThreshold=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "-cp", launcher,
                BrokerMain.class.getName(), folder.kafka().toString(), Integer.toString(options.kafkaPort()));
        List<String> archive = archives.options("kafka", Path.of(launcher));
        return new Child("kafka", new JavaCommand(folder).run(BROKER_HEAP_MEBIBYTES, archive, program),
                JavaCommand.ENVIRONMENT,
                new Start(Set.of(), Step.NOTHING, Probes.connects(options.kafkaPort()), Step.NOTHING),
                new Stop(BROKER_TURN, Signal.TERM, patience()));
    }

    private Child java(Service service, Map<String, String> environment, Set<String> after, int turn) {
        Path jar = service.jar(home);
        List<String> command = new JavaCommand(folder).run(options.heapMebibytes(),
                archives.options(service.name(), jar), List.of("-jar", jar.toString()));
        return new Child(service.name(), command, environment,
                new Start(after, Step.NOTHING, Probes.health(http, service.managementPort()), Step.NOTHING),
                new Stop(turn, Signal.TERM, patience()));
    }

    private Duration patience() {
        return archives.recording() ? RECORDING_PATIENCE : PATIENCE;
    }
}
