package org.prefstream.annotation.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.QueryPlan;

import io.quarkus.test.junit.QuarkusTest;

/** Whoever looks at what they judged does not wait longer because others have judged much since. */
@QuarkusTest
class OwnJudgementsPlansTest {

    private static final String OF_OTHERS = """
            insert into annotation (revision, task_id, project_id, completed_by, updated_by, result, was_cancelled, counts,
                ground_truth, created_at, updated_at, unique_id, shown_order, shown_sha256, record_keys)
            select 1, 9000000000000 + i, 9000000000000 + i % 3, 7, 7, '[]', false, true, false, now(), now(), gen_random_uuid(),
                '[0,1]', 'sha256', '' from generate_series(1, 20000) i
            """;

    @Inject
    DataSource database;

    @Test
    void onlyTheAuthorsJudgementsAreRead() throws SQLException {
        String highest = String.valueOf(Long.MAX_VALUE);
        assertReadsThoseOfTheAuthor(OwnJudgements.ALL, "1", "1", highest, "20");
        assertReadsThoseOfTheAuthor(OwnJudgements.FOUND, "1", "1", highest, "20", "'%word%'");
        assertReadsThoseOfTheAuthor(OwnJudgements.EVERYWHERE, "1", highest, "20", "true", "'{}'");
    }

    private void assertReadsThoseOfTheAuthor(String sql, String... values) throws SQLException {
        assertThat(QueryPlan.of(database, QueryPlan.IN_SESSIONS, OF_OTHERS, "annotation", sql, values))
                .contains("annotation_newest")
                .doesNotContain("annotation_pkey");
    }
}
