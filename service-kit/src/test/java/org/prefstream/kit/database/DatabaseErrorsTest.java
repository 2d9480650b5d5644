package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParseException;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;

class DatabaseErrorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "25006", "40001", "40P01", "53300", "55P03", "57014", "57P01"})
    void aDatabaseThatIsAwayOrBusyPasses(String state) {
        assertThat(DatabaseErrors.isTransient(new PgException("away", "FATAL", state, ""))).isTrue();
        assertThat(DatabaseErrors.isTransient(new CompletionException(new SQLException("away", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "25P02"})
    void aStatementThatTheDatabaseRefusesDoesNot(String state) {
        assertThat(DatabaseErrors.isTransient(new PgException("refused", "ERROR", state, ""))).isFalse();
        assertThat(DatabaseErrors.isTransient(new CompletionException(new SQLException("refused", state)))).isFalse();
    }

    @Test
    void brokenConnectionsAndTimeOutsPass() {
        assertThat(DatabaseErrors.isTransient(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(DatabaseErrors.isTransient(new ConnectException("refused"))).isTrue();
        assertThat(DatabaseErrors.isTransient(new IOException("connection reset by peer"))).isTrue();
        assertThat(DatabaseErrors.isTransient(new SQLException("acquisition timeout", new TimeoutException())))
                .isTrue();
    }

    @Test
    void aPoolWithoutAFreeConnectionPasses() {
        assertThat(DatabaseErrors.isPoolExhausted(new SQLException("Sorry, acquisition timeout!"))).isTrue();
        assertThat(DatabaseErrors.isTransient(new SQLException("Sorry, acquisition timeout!"))).isTrue();
        assertThat(DatabaseErrors.isPoolExhausted(new SQLException("refused", "22021"))).isFalse();
    }

    @Test
    void whatHasNothingToDoWithTheDatabaseIsNotBlamedOnIt() {
        assertThat(DatabaseErrors.isTransient(new JsonParseException(null, "no JSON"))).isFalse();
        assertThat(DatabaseErrors.isTransient(new NoSuchFileException("spool"))).isFalse();
        assertThat(DatabaseErrors.isTransient(new IllegalStateException("bug"))).isFalse();
    }
}
