package org.prefstream.embedded.testing;

import org.prefstream.embedded.PostgresAdmin;

/** One PostgreSQL and one broker for tests, wherever they run. */
sealed interface Infrastructure permits EmbeddedInfrastructure, ContainerInfrastructure {

    /** The administrator's door to PostgreSQL. */
    PostgresAdmin postgres();

    /** The address that Kafka clients start from; it stays the same over a stop and a start of the broker. */
    String bootstrapServers();

    void stopBroker();

    void startBroker();

    /** Stops both and drops their data. */
    void stop();
}
