package org.prefstream.export.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.export.Owners;

/** What is written is read, in order, whether it waits in memory, on disk or with its writer. */
class SpoolTest {

    private static final int SLOTS = 5;

    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    Path folder;

    private final Semaphore slots = new Semaphore(SLOTS);
    private final byte[] content = new byte[3 * 1024 * 1024 + 7];

    SpoolTest() {
        new Random(7).nextBytes(content);
    }

    @Test
    void aFullSpoolLetsTheWriterWaitAndLosesNothing() throws IOException {
        Spool spool = new Spool(new SpoolFile(folder, SLOTS, slots));
        Writer writer = new Writer(spool);
        writer.awaitStandstill();

        assertThat(slots.availablePermits()).isZero();
        assertThat(folder).as("a file without a name").isEmptyDirectory();
        assertThat(readAll(spool)).isEqualTo(content);
        writer.end.join();
        spool.close();
        assertThat(slots.availablePermits()).isEqualTo(SLOTS);
    }

    @Test
    void aSpoolTakesNoMoreRoomThanItsOwnShare() throws IOException {
        Spool spool = new Spool(new SpoolFile(folder, 2, slots));
        Writer writer = new Writer(spool);
        writer.awaitStandstill();

        assertThat(slots.availablePermits()).isEqualTo(SLOTS - 2);
        assertThat(readAll(spool)).isEqualTo(content);
        spool.close();
    }

    @Test
    void aDiskThatTakesNothingLetsTheWriterWait() throws IOException {
        Spool spool = new Spool(new SpoolFile(folder.resolve("missing"), SLOTS, slots));
        Writer writer = new Writer(spool);
        writer.awaitStandstill();

        assertThat(readAll(spool)).isEqualTo(content);
        spool.close();
        assertThat(slots.availablePermits()).isEqualTo(SLOTS);
    }

    @Test
    void aWriterThatWaitsIsToldThatNobodyReadsAnyMore() throws IOException {
        Spool spool = new Spool(new SpoolFile(folder, SLOTS, slots));
        Writer writer = new Writer(spool);
        writer.awaitStandstill();

        spool.close();

        assertThatThrownBy(writer.end::join).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(slots.availablePermits()).isEqualTo(SLOTS);
    }

    @Test
    void aFailureComesBehindWhatWasWrittenBefore() throws IOException {
        Spool spool = new Spool(new SpoolFile(folder, SLOTS, slots));
        spool.put(new byte[]{1});

        assertThat(spool.fail(new IllegalStateException("broken"))).isTrue();

        assertThat(spool.next().await().atMost(Owners.SOON)).containsExactly(1);
        assertThatThrownBy(() -> spool.next().await().atMost(Owners.SOON)).hasMessage("broken");
        spool.close();
    }

    /** Writes the content to a spool, in portions of any length. */
    private final class Writer {

        private final Thread thread;
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        private Writer(Spool spool) {
            this.thread = new Thread(() -> write(spool), "writer");
            thread.start();
        }

        private void write(Spool spool) {
            try {
                SpoolOutput out = new SpoolOutput(spool);
                out.write(content[0]);
                for (int at = 1; at < content.length; at += 100_000) {
                    out.write(content, at, Math.min(100_000, content.length - at));
                    out.flush();
                }
                out.finish();
                end.complete(null);
            } catch (IOException | RuntimeException e) {
                end.completeExceptionally(e);
            }
        }

        private void awaitStandstill() {
            await().atMost(Owners.SOON).until(() -> thread.getState() == Thread.State.WAITING);
        }
    }

    private static byte[] readAll(Spool spool) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = next(spool); chunk != Spool.END; chunk = next(spool)) {
            all.write(chunk);
        }
        return all.toByteArray();
    }

    private static byte[] next(Spool spool) {
        return spool.next().await().atMost(Owners.SOON);
    }
}
