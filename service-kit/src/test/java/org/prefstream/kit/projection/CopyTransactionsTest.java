package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.database.Flights;
import org.prefstream.kit.database.SessionStatements;

import io.quarkus.test.junit.QuarkusTest;

/** A plan that depended on values or statistics would read whole tables once an import has filled them. */
@QuarkusTest
class CopyTransactionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SETTINGS = """
            select current_setting('plan_cache_mode') || ' ' || current_setting('enable_seqscan') || ' '
                || current_setting('enable_hashjoin') || ' ' || current_setting('enable_mergejoin')
            """;

    @Inject
    CopyTransactions copies;

    @Inject
    Flights flights;

    @Test
    void thePlansOfACopyAreStable() {
        List<Object> found = new ArrayList<>();

        copies.write("a topic", Map.of(),
                () -> SessionStatements.row(SETTINGS).invoke(row -> found.add(row[0])).replaceWithVoid())
                .await()
                .atMost(SOON);

        assertThat(found).containsExactly("force_generic_plan off off off");
    }

    @Test
    void thePlansOfAFlightAreStable() {
        String found = flights.write(flight -> {
            var row = flight.send(SETTINGS);
            return flight.landed().map(landed -> row.result().iterator().next().getString(0));
        }).await().atMost(SOON);

        assertThat(found).isEqualTo("force_generic_plan off off off");
    }
}
