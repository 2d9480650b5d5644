package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.HealthGroup;

/**
 * Says whether the relay is late, by the change that has waited longest to be sent. It looks at the outbox alone, so it also sees
 * a relay that has died without a word. Readiness does not depend on it: a service serves while Kafka is away.
 */
@HealthGroup("progress")
@ApplicationScoped
class RelayProgress implements HealthCheck {

    private static final Duration LATE = Duration.ofSeconds(5);
    private static final String OLDEST = """
            select cast(extract(epoch from clock_timestamp() - recorded_at) as bigint) from outbox order by id limit 1
            """;
    private static final String FILLED = """
            select topic, reached, highest from republication where highest is not null and ended_at is null
            order by topic limit 1
            """;

    private final DataSource dataSource;

    RelayProgress(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("relay");
        Optional<Duration> waited = oldest().filter(age -> age.compareTo(LATE) > 0);
        waited.map(age -> "The relay is late: a change has waited for %d s to be sent to Kafka."
                .formatted(age.toSeconds())).or(this::filling).ifPresent(detail -> response.withData("detail", detail));
        return response.status(waited.isEmpty()).build();
    }

    /** {@return how long the oldest change has waited; nothing where all are sent or the database does not answer} */
    private Optional<Duration> oldest() {
        return first(OLDEST, row -> Duration.ofSeconds(row.getLong(1)));
    }

    /** {@return which topic is filled again now, and how far} */
    private Optional<String> filling() {
        return first(FILLED, row -> "Topic %s is being filled again: up to key %d of %d.".formatted(row.getString(1),
                row.getLong(2), row.getLong(3)));
    }

    private <T> Optional<T> first(String sql, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        } catch (SQLException readinessSaysIt) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
