package org.prefstream.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.prefstream.embedded.BrokerServer;
import org.prefstream.embedded.Folders;

/** A second broker, whose clients must use TLS and log in with a name and a password (SASL/PLAIN or SASL/SCRAM-SHA-512). */
final class SecuredBroker {

    private static final String NAME = "prefstream";
    private static final String PASSWORD = "known to the broker";
    private static final String PLAIN = "PLAIN";
    private static final String SCRAM = "SCRAM-SHA-512";
    private static final Map<String, String> MODULES = Map.of(PLAIN, "plain.PlainLoginModule", SCRAM,
            "scram.ScramLoginModule");

    private final Path folder;
    private final TestCertificate certificate;
    private final BrokerServer broker;

    private SecuredBroker(Path folder, TestCertificate certificate, BrokerServer broker) {
        this.folder = folder;
        this.certificate = certificate;
        this.broker = broker;
    }

    static SecuredBroker start() throws IOException {
        Path folder = Files.createTempDirectory("prefstream-secured-");
        TestCertificate certificate = TestCertificate.make(folder);
        Map<String, String> listener = Map.of("ssl.keystore.location", certificate.keyStore().toString(),
                "ssl.keystore.type", "PKCS12", "ssl.keystore.password", TestCertificate.PASSWORD, "ssl.key.password",
                TestCertificate.PASSWORD, "sasl.enabled.mechanisms", PLAIN + "," + SCRAM, "plain.sasl.jaas.config",
                login(PLAIN, "user_%s=\"%s\"".formatted(NAME, PASSWORD)), "scram-sha-512.sasl.jaas.config",
                login(SCRAM, ""));
        List<String> scram = List.of("%s=[name=%s,password=\"%s\"]".formatted(SCRAM, NAME, PASSWORD));
        return new SecuredBroker(folder, certificate,
                BrokerServer.startSecured(folder.resolve("kafka"), 0, listener, scram));
    }

    /**
     * {@return what a client must be set to, in the broker's names}
     *
     * @param mechanism {@code PLAIN} or {@code SCRAM-SHA-512}
     */
    Map<String, String> clientSettings(String mechanism) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "security.protocol", "SASL_SSL", "sasl.mechanism",
                mechanism, "sasl.jaas.config",
                login(mechanism, "username=\"%s\" password=\"%s\"".formatted(NAME, PASSWORD)), "ssl.truststore.type",
                "PEM", "ssl.truststore.location", certificate.certificate().toString());
    }

    private static String login(String mechanism, String options) {
        return "org.apache.kafka.common.security.%s required %s;".formatted(MODULES.get(mechanism), options);
    }

    void stop() {
        broker.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
