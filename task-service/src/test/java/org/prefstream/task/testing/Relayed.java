package org.prefstream.task.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.RelayHealth;

/** The relay of this service, and topics that are lost under it. */
@ApplicationScoped
public class Relayed {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern ACCEPTANCE = Pattern.compile("select republish\\('[^']+', '[^']+'\\)");

    private final DataSource dataSource;
    private final RelayHealth health;

    Relayed(DataSource dataSource, RelayHealth health) {
        this.dataSource = dataSource;
        this.health = health;
    }

    /** Waits until everything is published that was recorded by now. */
    public void awaitAll() {
        await().atMost(SOON).until(() -> number("select count(*) from outbox") == 0);
    }

    /** Deletes topics while the relay pauses. {@return what the relay says when it has found them made anew} */
    public String lose(Topic... topics) throws Exception {
        execute("update relay_lease set owner = gen_random_uuid(), expires_at = clock_timestamp() + interval '1 hour'");
        await().atMost(SOON).until(() -> health.words().startsWith("another replica"));
        TestServers.topics().lose(topics);
        execute("update relay_lease set owner = null");
        await().atMost(SOON).until(() -> health.words().contains("made anew"));
        return health.words();
    }

    /** Executes the statements that the relay asks for. */
    public void accept(String words) {
        assertThat(ACCEPTANCE.matcher(words).results().map(found -> found.group()).toList()).isNotEmpty()
                .allSatisfy(this::execute);
    }

    /** Waits until all accepted topics are filled again, and until that is published. */
    public void awaitFilled() {
        await().atMost(SOON).until(() -> number("select count(*) from republication where ended_at is null") == 0);
        awaitAll();
    }

    /** {@return the only number that a statement finds} */
    public long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Executes a statement. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
