package org.prefstream.export.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.prefstream.embedded.FreePorts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Starts storage that speaks S3's protocol (S3Proxy, in a process of its own, which checks signatures), and names targets as an
 * operator would.
 */
public final class TargetServers implements QuarkusTestResourceLifecycleManager {

    /** The name of the bucket that is there. */
    static final String BUCKET = "lake";
    /** What the names of objects begin with. */
    static final String PREFIX = "team/data/";

    private static final Path PROGRAM = Path.of("target", "s3proxy", "s3proxy.jar");
    static final String ACCESS_KEY = "writer";
    static final String SECRET_KEY = "secret-of-the-writer";

    private final List<Path> folders = new ArrayList<>();
    private final int port = FreePorts.next();
    @SuppressWarnings("NullAway.Init") // start sets it
    private Servers servers;

    /** What a test may do to them. */
    record Servers(Path folder, Path absent, String endpoint, Process storage) {

        /** Lets the storage take connections, and answer nothing. */
        void hang() {
            signal("STOP");
        }

        void goOn() {
            signal("CONT");
        }

        private void signal(String name) {
            try {
                Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(storage.pid())).start();
                if (kill.waitFor() != 0) {
                    throw new IllegalStateException("kill -" + name + " failed");
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = folder("prefstream-target");
            Path absent = folder("prefstream-mount").resolve("not-mounted");
            Path settings = folder("prefstream-s3");
            Path data = Files.createDirectory(settings.resolve("data"));
            Files.createDirectory(data.resolve(BUCKET));
            String endpoint = "http://127.0.0.1:" + port;
            Path properties = settings.resolve("s3proxy.properties");
            Files.writeString(properties, """
                    s3proxy.authorization=aws-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    s3proxy.endpoint=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """.formatted(ACCESS_KEY, SECRET_KEY, endpoint, data));
            Process storage = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar",
                    PROGRAM.toAbsolutePath().toString(), "--properties", properties.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(settings.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(storage::destroyForcibly));
            servers = new Servers(folder, absent, endpoint, storage);
            return configuration(folder, absent, endpoint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) throws IOException {
        Path folder = Files.createTempDirectory(name);
        folders.add(folder);
        return folder;
    }

    private static Map<String, String> configuration(Path folder, Path absent, String endpoint) {
        Map<String, String> all = new HashMap<>(
                Map.of("prefstream.targets.disk.folder", folder.toString(), "prefstream.targets.mount.folder",
                        absent.toString(), "prefstream.delivery.backoff", "200ms", "prefstream.delivery.lease", "4s",
                        "prefstream.delivery.timeout", "1500ms", "prefstream.delivery.attempts", "4"));
        bucket(all, "lake", endpoint, BUCKET, SECRET_KEY);
        bucket(all, "wrong-key", endpoint, BUCKET, "another-secret");
        bucket(all, "no-bucket", endpoint, "dried-up", SECRET_KEY);
        return all;
    }

    private static void bucket(Map<String, String> all, String name, String endpoint, String bucket, String secret) {
        String key = "prefstream.targets." + name + ".s3.";
        all.putAll(Map.of(key + "bucket", bucket, key + "prefix", PREFIX, key + "endpoint", endpoint,
                key + "access-key", ACCESS_KEY, key + "secret-key", secret, key + "path-style", "true"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(servers, new TestInjector.MatchesType(Servers.class));
    }

    @Override
    public void stop() {
        Process storage = servers.storage();
        storage.destroyForcibly();
        try {
            storage.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folders.forEach(TestFiles::deleteAll);
    }
}
