package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** A statement that reads most of a table is planned for that, and no other one is. */
@QuarkusTest
class SweepTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SETTINGS = """
            select current_setting('plan_cache_mode') || ' ' || current_setting('enable_seqscan')
            """;

    @Inject
    Transactions transactions;

    @Test
    void aSweepMayReadATableFromItsBeginningToItsEnd() {
        assertThat(found(transactions.read(() -> transactions.sweep(SweepTest::settings))))
                .isEqualTo("force_custom_plan on");
    }

    @Test
    void whatFollowsInItsSessionMayNot() {
        Uni<Object[]> behind = transactions
                .read(() -> transactions.sweep(SweepTest::settings).chain(SweepTest::settings));

        assertThat(found(behind)).isEqualTo("auto off");
    }

    @Test
    void whatFollowsOnItsFailureMayNot() {
        Uni<Object[]> behind = transactions.read(() -> transactions.sweep(() -> SessionStatements.row("select 1 / 0"))
                .onFailure()
                .recoverWithUni(SweepTest::settings));

        assertThat(found(behind)).isEqualTo("auto off");
    }

    private static Uni<Object[]> settings() {
        return SessionStatements.row(SETTINGS);
    }

    private static Object found(Uni<Object[]> row) {
        return row.await().atMost(SOON)[0];
    }
}
