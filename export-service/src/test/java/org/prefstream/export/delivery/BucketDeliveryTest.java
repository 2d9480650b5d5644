package org.prefstream.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Judged;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.export.delivery.TargetServers.Servers;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Snapshots go to a bucket of storage that speaks S3's protocol, whole or not at all. */
@QuarkusTest
class BucketDeliveryTest {

    @Inject
    Owners owners;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    @SuppressWarnings("NullAway.Init") // TargetServers sets it
    Servers servers;

    @SuppressWarnings("NullAway.Init") // set before each test
    Delivered delivered;

    @SuppressWarnings("NullAway.Init") // set before each test
    S3Client client;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        delivered = new Delivered(Exports.asOwner(owners, peers), projectId);
        owners.publish(peers, Records.project(projectId));
        owners.publish(peers, Judged.first(projectId, Ids.next(), 11).published().stream());
        client = S3Client.builder()
                .endpointOverride(URI.create(servers.endpoint()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider
                        .create(AwsBasicCredentials.create(TargetServers.ACCESS_KEY, TargetServers.SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        await().atMost(Owners.SOON).ignoreExceptionsInstanceOf(SdkException.class).until(() -> {
            client.headBucket(head -> head.bucket(TargetServers.BUCKET));
            return true;
        });
    }

    @AfterEach
    void goOn() {
        servers.goOn();
        client.close();
    }

    private List<String> objects(JsonPath delivery) {
        String folder = TargetServers.PREFIX + delivery.getString("place") + "/";
        return client.listObjectsV2Paginator(list -> list.bucket(TargetServers.BUCKET).prefix(folder))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(folder.length()))
                .sorted()
                .toList();
    }

    private byte[] object(JsonPath delivery, String name) {
        String key = TargetServers.PREFIX + delivery.getString("place") + "/" + name;
        return client.getObjectAsBytes(get -> get.bucket(TargetServers.BUCKET).key(key)).asByteArray();
    }

    private long openUploads() {
        return client.listMultipartUploads(list -> list.bucket(TargetServers.BUCKET).prefix(TargetServers.PREFIX))
                .uploads()
                .stream()
                .filter(upload -> upload.key().contains("/" + projectId + "-"))
                .count();
    }

    private String fileName(long snapshot) {
        return "project-%d-snapshot-%d.jsonl".formatted(projectId, snapshot);
    }

    @Test
    void aFileAndItsManifestAreInTheBucketAndNoUploadIsOpen() {
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of()), "done", "failed");

        assertThat(done.getString("error")).isNull();
        assertThat(objects(done)).containsExactly("manifest.json", fileName(snapshot), "provenance.jsonl",
                "rejected.jsonl");
        byte[] file = object(done, fileName(snapshot));
        assertThat(file).isEqualTo(delivered.export(snapshot, Map.of("exportType", "TRL")));
        assertThat(new String(object(done, "manifest.json"), StandardCharsets.UTF_8)).contains(Hashes.sha256(file));
        assertThat(openUploads()).isZero();
        JsonPath again = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of()), "done", "failed");
        assertThat(again.getString("state")).isEqualTo("done");
        assertThat(openUploads()).isZero();
    }

    @Test
    void aFileOfSeveralPartsComesWhole() {
        for (int i = 0; i < 25; i++) {
            owners.publish(peers,
                    Judged.first(projectId, Ids.next(), 11).to(i + "x".repeat(800_000)).published().stream());
        }
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of()), "done", "failed");

        assertThat(done.getString("error")).isNull();
        assertThat(done.getLong("bytes")).isGreaterThan(2L * UploadedFile.PART_BYTES);
        Map<String, Object> manifest = Json
                .readObject(new String(object(done, "manifest.json"), StandardCharsets.UTF_8));
        String hash = Hashes.sha256(object(done, fileName(snapshot)));
        assertThat(String.valueOf(manifest.get("files"))).contains(hash);
        assertThat(Json.asObject(manifest.get("snapshot"))).containsEntry("sha256", hash);
    }

    @Test
    void aHuggingFaceFolderIsUnpackedIntoObjects() {
        long snapshot = delivered.snapshot();

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of("export_type", "HF")),
                "done", "failed");

        assertThat(objects(done)).containsExactly("README.md", "data/train-00000-of-00001.parquet", "manifest.json",
                "provenance.jsonl", "rejected.jsonl");
    }

    @Test
    void aWrongKeyFailsAtOnceAndSaysSo() {
        long snapshot = delivered.snapshot();

        JsonPath failed = delivered.until(snapshot, delivered.begin(snapshot, "wrong-key", Map.of()), "done", "failed");

        assertThat(failed.getString("state")).isEqualTo("failed");
        assertThat(failed.getString("error"))
                .isEqualTo("The target's storage refuses the access key or the secret key (SignatureDoesNotMatch).");
        assertThat(failed.getInt("attempts")).isEqualTo(1);
    }

    @Test
    void aBucketThatIsGoneFailsAtOnceAndSaysSo() {
        long snapshot = delivered.snapshot();

        JsonPath failed = delivered.until(snapshot, delivered.begin(snapshot, "no-bucket", Map.of()), "done", "failed");

        assertThat(failed.getString("error")).isEqualTo("The target's bucket is not there.");
        assertThat(failed.getInt("attempts")).isEqualTo(1);
    }

    @Test
    void storageThatHangsIsTriedAgainUntilItAnswers() {
        long snapshot = delivered.snapshot();
        servers.hang();
        Response begun = delivered.begin(snapshot, "lake", Map.of());
        long id = begun.jsonPath().getLong("id");

        await().atMost(Owners.SOON).until(() -> delivered.find(snapshot, id).getString("error") != null);

        assertThat(delivered.find(snapshot, id).getString("error"))
                .startsWith("The target's storage did not answer in time.");
        servers.goOn();
        JsonPath done = delivered.until(snapshot, begun, "done", "failed");
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getInt("attempts")).isGreaterThan(1);
        assertThat(openUploads()).isZero();
    }

    @Test
    void storageThatHangsForEverFailsAndADeliveryToItCanBeStopped() {
        long snapshot = delivered.snapshot();
        servers.hang();

        Response begun = delivered.begin(snapshot, "lake", Map.of());
        delivered.until(snapshot, begun, "running");
        delivered.exports().request().delete(delivered.files(snapshot) + "/" + begun.jsonPath().getLong("id"));

        JsonPath ended = delivered.until(snapshot, begun, "cancelled", "done", "failed");
        assertThat(ended.getString("state")).isEqualTo("cancelled");
        JsonPath failed = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of("compress", "gzip")),
                "done", "failed");
        assertThat(failed.getString("error"))
                .isEqualTo("The target's storage did not answer in time. It was tried 4 times.");
    }

    @Test
    void anUploadThatADeadReplicaHasLeftIsAborted() {
        long snapshot = delivered.snapshot();
        servers.hang();
        Response begun = delivered.begin(snapshot, "lake", Map.of());
        String key = TargetServers.PREFIX + begun.jsonPath().getString("place") + "/" + fileName(snapshot);
        servers.goOn();
        client.createMultipartUpload(create -> create.bucket(TargetServers.BUCKET).key(key));
        delivered.until(snapshot, begun, "done", "failed");

        JsonPath done = delivered.until(snapshot, delivered.begin(snapshot, "lake", Map.of()), "done", "failed");

        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(openUploads()).isZero();
    }
}
