package org.prefstream.export.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;

/** Who gets a place among the exports that are being written. */
class DownloadsTest {

    private static final Downloads.Writing SHORT = out -> out.write("short".getBytes(StandardCharsets.US_ASCII));

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch isLongEnough = new CountDownLatch(1);
    private final Person somebody = person();

    @AfterEach
    void close() {
        isLongEnough.countDown();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void onePersonLeavesHalfOfThePlacesToOthers() {
        Downloads downloads = downloads(2, Owners.SOON);
        start(downloads, somebody, this::writeForLong);

        var second = start(downloads, somebody, SHORT);
        start(downloads, person(), SHORT).awaitCompletion(Owners.SOON);
        second.assertNotTerminated();

        isLongEnough.countDown();
        second.awaitCompletion(Owners.SOON);
    }

    @Test
    void whoWaitsTooLongForAPlaceIsRefused() {
        Downloads downloads = downloads(1, Duration.ofMillis(1));
        start(downloads, somebody, this::writeForLong);

        Throwable refusal = start(downloads, person(), SHORT).awaitFailure(Owners.SOON).getFailure();

        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.BUSY));
    }

    @Test
    void aFileThatCannotBeWrittenFailsForItsClientToo() {
        IOException unreadable = new IOException("a record cannot be read");
        var failed = start(downloads(1, Owners.SOON), somebody, out -> {
            throw unreadable;
        });

        assertThat(failed.awaitFailure(Owners.SOON).getFailure()).isSameAs(unreadable);
    }

    private static AssertSubscriber<byte[]> start(Downloads downloads, Person person, Downloads.Writing file) {
        return downloads.start(person, 1, file).subscribe().withSubscriber(AssertSubscriber.create(1_000));
    }

    private void writeForLong(OutputStream out) {
        try {
            isLongEnough.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Person person() {
        return new Person(Ids.next(), "", "", "", Role.OWNER, Set.of());
    }

    private Downloads downloads(int places, Duration patience) {
        Map<String, String> settings = Map.of("prefstream.download.concurrent", Integer.toString(places),
                "prefstream.download.patience", patience.toString(), "prefstream.download.spool-folder",
                folder.toString());
        return new Downloads(vertx,
                new SmallRyeConfigBuilder().addDiscoveredConverters()
                        .withSources(new PropertiesConfigSource(settings, "test", 1))
                        .withMapping(DownloadConfig.class)
                        .build()
                        .getConfigMapping(DownloadConfig.class));
    }
}
