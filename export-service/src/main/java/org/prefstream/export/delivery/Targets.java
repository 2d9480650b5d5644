package org.prefstream.export.delivery;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.prefstream.export.delivery.TargetsConfig.Bucket;
import org.prefstream.export.delivery.TargetsConfig.OneTarget;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The targets by name, as the operator's configuration has them. What is wrong with it ends the start, and the message names the key. */
@ApplicationScoped
public class Targets {

    private static final Logger LOG = Logger.getLogger(Targets.class);
    private static final String KEYS = "prefstream.targets.";
    private static final Set<String> KNOWN = Set.of("folder", "s3.bucket", "s3.prefix", "s3.endpoint", "s3.region",
            "s3.access-key", "s3.secret-key", "s3.path-style");
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final Map<String, Store> stores = new TreeMap<>();

    Targets(TargetsConfig config, DeliveryConfig delivery, Config all) {
        requireKnown(all.getPropertyNames());
        config.all().forEach((name, target) -> stores.put(name, store(name, target, delivery.timeout())));
    }

    /**
     * A target as people see it.
     *
     * @param kind {@code folder} or {@code s3}
     */
    public record View(@JsonProperty("name") String name, @JsonProperty("kind") String kind) {
    }

    /** Lets a wrong configuration end the start, and not the first delivery. */
    void onStart(@Observes StartupEvent starting) {
        if (!stores.isEmpty()) {
            LOG.infof("snapshots can be written to %s", String.join(", ", stores.keySet()));
        }
    }

    void onStop(@Observes ShutdownEvent stopping) {
        stores.values().forEach(store -> {
            if (store instanceof BucketStore bucket) {
                bucket.client().close();
            }
        });
    }

    /** {@return the targets, by their names} */
    List<View> all() {
        return stores.entrySet().stream().map(one -> new View(one.getKey(), one.getValue().kind())).toList();
    }

    /** {@return what keeps the files of a target; nothing if the operator names none of that name, or no longer} */
    Optional<Store> store(String name) {
        return Optional.ofNullable(stores.get(name));
    }

    /** Refuses with a 400 a target that the operator does not name. */
    public void requireNamed(String target) {
        if (!stores.containsKey(target)) {
            throw ProblemException.invalid("target", stores.isEmpty()
                    ? "the operator of this installation has named no targets"
                    : "\"%s\" is not a target. Use one of %s.".formatted(target, String.join(", ", stores.keySet())));
        }
    }

    /** Environment variables are the names of others too, so only keys with points are looked at. */
    static void requireKnown(Iterable<String> keys) {
        StreamSupport.stream(keys.spliterator(), false).filter(key -> key.startsWith(KEYS)).sorted().forEach(key -> {
            String behind = key.substring(KEYS.length());
            int end = behind.indexOf('.');
            if (end < 0 || !KNOWN.contains(behind.substring(end + 1))) {
                throw new IllegalArgumentException("%s is no setting of a target. A target has %s.".formatted(key,
                        String.join(", ", KNOWN.stream().sorted().toList())));
            }
        });
    }

    static Store store(String name, OneTarget target, Duration timeout) {
        String key = KEYS + name;
        require(name.matches("[a-z0-9][a-z0-9-]{0,39}"), key,
                "is no name for a target: it needs letters from a to z, digits and dashes, 40 at most");
        require(target.folder().isPresent() != target.s3().bucket().isPresent(), key,
                "needs either .folder or .s3.bucket");
        return target.folder()
                .map(folder -> folder(key + ".folder", folder))
                .orElseGet(() -> bucket(key + ".s3", target.s3(), timeout));
    }

    private static Store folder(String key, String folder) {
        Path path = Path.of(folder);
        require(path.isAbsolute(), key, "must be an absolute path, not \"%s\"".formatted(folder));
        require(!Files.exists(path) || Files.isDirectory(path), key, "is no folder: \"%s\"".formatted(folder));
        if (!Files.isDirectory(path)) {
            LOG.warnf("%s is not there (yet): %s", key, folder);
        }
        return new FolderStore(path);
    }

    private static Store bucket(String key, Bucket bucket, Duration timeout) {
        String accessKey = present(key + ".access-key", bucket.accessKey());
        String secretKey = present(key + ".secret-key", bucket.secretKey());
        String prefix = bucket.prefix().orElse("").replaceAll("^/+|/+$", "");
        require(prefix.isEmpty() || prefix.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*"), key + ".prefix",
                "may have letters, digits, points, dashes and underscores, with single slashes between");
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                .forcePathStyle(bucket.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                // Other storage than Amazon's does not know the newer checksums. The MD5 of each part is checked by all.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().connectionTimeout(CONNECTING).socketTimeout(timeout))
                .overrideConfiguration(
                        calls -> calls.apiCallAttemptTimeout(timeout).apiCallTimeout(timeout.multipliedBy(ATTEMPTS)));
        bucket.endpoint().ifPresent(endpoint -> builder.endpointOverride(address(key + ".endpoint", endpoint)));
        return new BucketStore(builder.build(), bucket.bucket().orElseThrow(), prefix.isEmpty() ? "" : prefix + "/");
    }

    private static URI address(String key, String endpoint) {
        require(endpoint.matches("https?://[^/?#@\\s]+/?"), key,
                "must be an address such as https://storage.example:9000, not \"%s\"".formatted(endpoint));
        return URI.create(endpoint);
    }

    private static String present(String key, Optional<String> value) {
        require(value.isPresent(), key, "is not set");
        return value.orElseThrow();
    }

    private static void require(boolean isSo, String key, String message) {
        if (!isSo) {
            throw new IllegalArgumentException(key + " " + message + ".");
        }
    }
}
