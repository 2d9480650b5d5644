package org.prefstream.export.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.dataset.Arrivals;
import org.prefstream.export.dataset.Audience;
import org.prefstream.export.dataset.RowChange;
import org.prefstream.export.dataset.RowPage;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** What a stream does while its reader is slow or gone. */
@QuarkusTest
class OpenStreamTest {

    private static final Duration A_WHILE = Duration.ofMillis(300);

    @Inject
    Arrivals arrivals;

    @Inject
    StreamConfig config;

    private final AtomicInteger pagesRead = new AtomicInteger();

    @Test
    void readsAPageOnlyWhenTheLastOneWasTaken() {
        AssertSubscriber<byte[]> reader = endless();
        await().during(A_WHILE).atMost(Owners.SOON).until(() -> pagesRead.get() == 0);

        reader.request(1);
        reader.awaitItems(1, Owners.SOON);
        await().during(A_WHILE).atMost(Owners.SOON).until(() -> pagesRead.get() == 1);

        reader.request(2);
        reader.awaitItems(3, Owners.SOON);
        await().during(A_WHILE).atMost(Owners.SOON).until(() -> pagesRead.get() == 3);
        assertThat(new String(reader.getItems().get(0), StandardCharsets.UTF_8)).isEqualTo("""
                retry: 2000

                event: withdrawal
                id: c1
                data: {"record_key":"1/comparison/0-1","revision":2}

                """);
    }

    @Test
    void readsNothingMoreForAReaderWhoHasHungUp() {
        AssertSubscriber<byte[]> reader = endless();
        reader.request(Long.MAX_VALUE);
        await().atMost(Owners.SOON).until(() -> pagesRead.get() > 10);

        reader.cancel();

        AtomicInteger before = new AtomicInteger(-1);
        await().atMost(Owners.SOON).until(() -> before.getAndSet(pagesRead.get()) == pagesRead.get());
    }

    /** A stream whose pages never end. */
    private AssertSubscriber<byte[]> endless() {
        return new OpenStream(new RowReading(this::page, 0, false), arrivals.watch(new Audience(Ids.next(), null)),
                () -> Uni.createFrom().item(true), config).events()
                .subscribe()
                .withSubscriber(AssertSubscriber.create());
    }

    private Uni<RowPage> page(long behind) {
        pagesRead.incrementAndGet();
        var change = new RowChange(behind + 1, "1/comparison/0-1", 2, null);
        return Uni.createFrom()
                .item(new RowPage(List.of(change), behind + 1, false))
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(1));
    }
}
