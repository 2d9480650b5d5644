package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The longest statements of a copy are parsed and planned once for each connection, as all others are. */
@QuarkusTest
class LongStatementsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LONG = "select $1 || '" + "x".repeat(4_000) + "'";
    private static final String KEPT = """
            select count(*) from pg_prepared_statements where statement like 'select $1 || ''xxx%'
            """;

    @Inject
    Transactions transactions;

    @Test
    void aStatementOfFourThousandCharactersIsKept() {
        Uni<Object[]> kept = transactions.read(() -> SessionStatements.row(LONG, "once")
                .chain(() -> SessionStatements.row(LONG, "again"))
                .chain(() -> SessionStatements.row(KEPT)));

        assertThat(kept.await().atMost(SOON)[0]).isEqualTo(1L);
    }
}
