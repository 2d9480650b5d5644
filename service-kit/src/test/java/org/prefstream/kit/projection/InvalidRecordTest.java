package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.pgclient.PgException;

class InvalidRecordTest {

    @Test
    void aProjectionSaysThatARecordIsInvalid() {
        assertThat(InvalidRecord.isCauseOf(new InvalidRecord("it has no prompt"))).isTrue();
        assertThat(InvalidRecord.isCauseOf(new CompletionException(new InvalidRecord("it has no prompt")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22003", "23502", "23514", "54000"})
    void theDatabaseSaysThatAValueIsInvalid(String state) {
        assertThat(InvalidRecord.isCauseOf(new PgException("refused", "ERROR", state, ""))).isTrue();
        assertThat(InvalidRecord.isCauseOf(new IllegalStateException(new SQLException("refused", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "23P01", "25006", "42P01", "40P01", "57014"})
    void whatDependsOnOtherRowsOrOnTheDatabaseIsNoFaultOfTheRecord(String state) {
        assertThat(InvalidRecord.isCauseOf(new PgException("refused", "ERROR", state, ""))).isFalse();
    }

    @Test
    void aBugOfOursOrOfALibraryIsNoFaultOfTheRecord() {
        assertThat(InvalidRecord.isCauseOf(new NullPointerException("in a driver"))).isFalse();
        assertThat(InvalidRecord.isCauseOf(new CompletionException(new NullPointerException("in a driver")))).isFalse();
        assertThat(InvalidRecord.isCauseOf(new IllegalArgumentException("in a driver"))).isFalse();
        assertThat(InvalidRecord.isCauseOf(new ClassCastException("in a driver"))).isFalse();
    }
}
