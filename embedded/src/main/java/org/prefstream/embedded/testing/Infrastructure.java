package org.prefstream.embedded.testing;

import org.prefstream.embedded.PostgresAdmin;

/** Provides one PostgreSQL and one broker for tests, wherever they run. */
sealed interface Infrastructure permits EmbeddedInfrastructure, ContainerInfrastructure {

    /** {@return the administration of PostgreSQL} */
    PostgresAdmin postgres();

    /** {@return the bootstrap address for Kafka clients; it stays the same when the broker stops and starts again} */
    String bootstrapServers();

    void stopBroker();

    void startBroker();

    /** Stops both servers and deletes their data. */
    void stop();
}
