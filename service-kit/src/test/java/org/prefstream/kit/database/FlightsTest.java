package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.KitDatabase;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class FlightsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSERT = "insert into note (words) values ($1)";

    @Inject
    Flights flights;

    @Inject
    KitDatabase database;

    final String test = UUID.randomUUID().toString();

    @Test
    void whatTheLastFlightBringsIsCommittedBeforeTheAnswer() {
        String answer = flights.write(flight -> {
            flight.send(INSERT, test + "one");
            return flight.landed().map(landed -> {
                flight.send(INSERT, test + "two");
                return "stored";
            });
        }).await().atMost(SOON);

        assertThat(answer).isEqualTo("stored");
        assertThat(stored()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void nothingIsLeftOfWorkThatFails() {
        assertThatThrownBy(() -> flights.write(flight -> {
            flight.send(INSERT, test + "one");
            return flight.landed().map(landed -> {
                throw new IllegalStateException("not this one");
            });
        }).await().atMost(SOON)).hasMessageContaining("not this one");
        assertThatThrownBy(() -> flights.write(flight -> {
            flight.send(INSERT, test + "one");
            flight.send("insert into note (words) values (null)");
            return Uni.createFrom().item("answered too early");
        }).await().atMost(SOON)).hasMessageContaining("null value in column");

        assertThat(stored()).isEmpty();
    }

    @Test
    void whoeverHangsUpStopsNothing() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        AtomicBoolean sent = new AtomicBoolean();
        var client = flights.write(flight -> {
            flight.send(INSERT, test + "one");
            return flight.landed().invoke(() -> sent.set(true)).chain(() -> Uni.createFrom().completionStage(gate));
        }).subscribe().with(answer -> {
        });
        await().atMost(SOON).untilTrue(sent);

        client.cancel();
        gate.complete(null);

        await().atMost(SOON).untilAsserted(() -> assertThat(stored()).containsExactly("one"));
    }

    private List<String> stored() {
        return database.select("select substr(words, 37) from note where words like ?", test + "%");
    }
}
