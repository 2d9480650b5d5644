package org.prefstream.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Starts the stand-ins of the other services and tells export-service where they are. */
public final class PeerStandIns implements QuarkusTestResourceLifecycleManager {

    private final String secret = UUID.randomUUID().toString();
    private final PeerStandIn task = new PeerStandIn(secret);
    private final PeerStandIn annotation = new PeerStandIn(secret);

    @Override
    public Map<String, String> start() {
        try {
            Path file = Files.createTempFile("prefstream-secret", ".txt");
            file.toFile().deleteOnExit();
            Files.writeString(file, secret + "\n");
            return Map.of("prefstream.task.internal-url", task.url(), "prefstream.annotation.internal-url",
                    annotation.url(), "prefstream.internal.secret-file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        Peers peers = new Peers(task, annotation);
        injector.injectIntoFields(peers, new TestInjector.MatchesType(Peers.class));
    }

    @Override
    public void stop() {
        task.stop();
        annotation.stop();
    }

    /** The stand-ins, for a test's field. */
    public record Peers(PeerStandIn task, PeerStandIn annotation) {
    }
}
