package org.prefstream.local.startup;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.embedded.PostgresCluster;

/**
 * Makes the environment variables that tell a service its own ports, the addresses of the other services and servers,
 * and its secrets.
 */
record ServiceEnvironment(Options options, DataFolder folder, PostgresCluster postgres, List<Service> peers) {

    /** What task-service encrypts the keys of others' servers with. */
    private static final String SECRET_KEY = "PREFSTREAM_SECRET_KEY";
    /** What the names of variables begin with that tell of targets, such as {@code PREFSTREAM_TARGETS_DISK_FOLDER}. */
    private static final List<String> OF_TARGETS = List.of("PREFSTREAM_TARGETS_", "PREFSTREAM_DELIVERY_");

    Map<String, String> of(Service service) throws IOException {
        Map<String, String> environment = new HashMap<>(JavaCommand.ENVIRONMENT);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(service.managementPort()));
        environment.put("PREFSTREAM_PUBLIC_URL", options.url());
        environment.put("PREFSTREAM_TOKEN_SECRET_FILE", folder.secretFile("token-secret").toString());
        environment.put("PREFSTREAM_INTERNAL_SECRET_FILE", folder.secretFile("internal-secret").toString());
        for (Service peer : peers) {
            String name = "PREFSTREAM_" + peer.word();
            environment.put(name + "_URL", "http://127.0.0.1:" + peer.port());
            environment.put(name + "_INTERNAL_URL", "http://127.0.0.1:" + peer.managementPort());
        }
        if (peers.contains(service)) {
            environment.putAll(storage(service));
        }
        if (service.name().equals("task-service")) {
            environment.putAll(firstStart());
            environment.put(SECRET_KEY, secretKey());
        }
        if (service.name().equals("export-service")) {
            environment.put("PREFSTREAM_KAFKA_PUBLIC_ADDRESS", options.bootstrap());
            environment.putAll(targets(System.getenv()));
        }
        return environment;
    }

    /** {@return what the caller's environment says of the targets of snapshots} There may be keys among it, which no other service needs. */
    static Map<String, String> targets(Map<String, String> callers) {
        Map<String, String> targets = new HashMap<>(callers);
        targets.keySet().removeIf(name -> OF_TARGETS.stream().noneMatch(name::startsWith));
        return targets;
    }

    /** That of the caller, or one that is made at the first start. */
    private String secretKey() throws IOException {
        String given = System.getenv(SECRET_KEY);
        return given == null ? folder.secret("model-keys") : given;
    }

    private Map<String, String> storage(Service service) throws IOException {
        return Map.of("PREFSTREAM_DB_HOST", "127.0.0.1", "PREFSTREAM_DB_PORT", Integer.toString(postgres.port()),
                "PREFSTREAM_DB_NAME", service.database(), "PREFSTREAM_DB_USER", service.database(),
                "PREFSTREAM_DB_PASSWORD", folder.secret(service.database()), "KAFKA_BOOTSTRAP_SERVERS",
                options.bootstrap(), "PREFSTREAM_TOPIC_PARTITIONS", folder.topicPartitions());
    }

    private Map<String, String> firstStart() throws IOException {
        return Map.of("PREFSTREAM_OWNER_EMAIL", LocalSystem.OWNER_EMAIL, "PREFSTREAM_OWNER_PASSWORD_FILE",
                folder.ownerPasswordFile().toString(), "PREFSTREAM_SAMPLE", Boolean.toString(options.sample()));
    }
}
