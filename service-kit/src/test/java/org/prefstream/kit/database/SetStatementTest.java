package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SetStatementTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String INSERT = """
            insert into note_copy (id, revision, deleted, words)
            select id, revision + ?, deleted, words || '!'
            from unnest(cast(? as bigint[]), cast(? as int[]), cast(? as boolean[]), cast(? as text[]))
                as arrived (id, revision, deleted, words)
            """;

    @Inject
    Transactions transactions;

    @Inject
    KitDatabase database;

    private final long first = ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50);

    private record Copy(long id, int revision, boolean deleted, @Nullable String words) {
    }

    @Test
    void storesAllRowsByOneStatement() {
        int stored = transactions.write(() -> insert(copies()).execute()).await().atMost(SOON);

        assertThat(stored).isEqualTo(3);
        assertThatCopiesAreStored();
    }

    @Test
    void storesThemThroughJdbcAsWell() {
        int stored = transactions.bulk(connection -> insert(copies()).execute(connection));

        assertThat(stored).isEqualTo(3);
        assertThatCopiesAreStored();
    }

    @Test
    void executesNothingWithoutRows() {
        SetStatement<Copy> none = new SetStatement<>("no SQL at all", List.of());

        assertThat(transactions.write(none::execute).await().atMost(SOON)).isZero();
        assertThat(transactions.<Integer>bulk(none::execute)).isZero();
    }

    @Test
    void throwsWhatAColumnThrowsBeforeAnythingIsExecuted() {
        SetStatement<Copy> statement = new SetStatement<>(INSERT, copies());

        assertThatThrownBy(() -> statement.longs(copy -> Long.valueOf(String.valueOf(copy.words()))))
                .isInstanceOf(NumberFormatException.class);
    }

    private List<Copy> copies() {
        return List.of(new Copy(first, 1, false, "{\"a, \\\"b\\\"\": \u00e9}"), new Copy(first + 1, 2, true, null),
                new Copy(first + 2, 3, false, ""));
    }

    private static SetStatement<Copy> insert(List<Copy> copies) {
        return new SetStatement<>(INSERT, copies).value(100L)
                .longs(Copy::id)
                .ints(Copy::revision)
                .flags(Copy::deleted)
                .texts(Copy::words);
    }

    private void assertThatCopiesAreStored() {
        assertThat(database.select("""
                select concat_ws(' ', revision, deleted, coalesce(words, 'null')) from note_copy
                where id between ? and ? order by id
                """, first, first + 2)).containsExactly("101 f {\"a, \\\"b\\\"\": \u00e9}!", "102 t null", "103 f !");
    }
}
