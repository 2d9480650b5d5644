package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.BarrierTimedOut;

import io.quarkus.test.junit.QuarkusTest;

/** What a file is written from, if the database crashes between the barrier and the reading. */
@QuarkusTest
class DatasetTest {

    @Inject
    Dataset dataset;

    @Inject
    AppliedOffsets applied;

    @Inject
    DataSource database;

    private final String topic = "dataset-test-" + UUID.randomUUID();

    @AfterEach
    void forgetTheTopic() throws SQLException {
        execute("delete from applied_offset where topic = '%s'".formatted(topic));
        execute("delete from copy_in_doubt where topic = '%s'".formatted(topic));
    }

    @Test
    void aCopyThatWasPutInDoubtBehindABarrierIsNotRead() throws SQLException {
        execute("insert into applied_offset (topic, topic_id, partition, last_offset) values ('%s', 'id', 0, 7)"
                .formatted(topic));
        Positions before = ofThisTopic(applied.present().await().indefinitely());

        execute("insert into copy_in_doubt (topic) values ('%s')".formatted(topic));

        assertThatThrownBy(() -> dataset.read(before, view -> {
            throw new IllegalStateException("it is in doubt");
        })).isInstanceOf(BarrierTimedOut.class).hasMessageContaining("the copy of " + topic);
    }

    @Test
    void aDatabaseThatHasLostWhatABarrierSawIsNotRead() throws SQLException {
        execute("insert into applied_offset (topic, topic_id, partition, last_offset) values ('%s', 'id', 0, 7)"
                .formatted(topic));
        Positions before = ofThisTopic(applied.present().await().indefinitely());
        AtomicInteger readings = new AtomicInteger();

        dataset.read(before, view -> readings.incrementAndGet());
        assertThat(readings.get()).isEqualTo(1);

        execute("update applied_offset set last_offset = 6 where topic = '%s'".formatted(topic));
        assertThatThrownBy(() -> dataset.read(before, view -> readings.incrementAndGet()))
                .isInstanceOf(BarrierTimedOut.class)
                .hasMessageContaining(topic);
        assertThat(readings.get()).isEqualTo(1);
    }

    /** Other tests make their topics anew meanwhile. */
    private Positions ofThisTopic(Positions all) {
        return new Positions(Map.of(topic, all.offsets().getOrDefault(topic, Map.of())));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
