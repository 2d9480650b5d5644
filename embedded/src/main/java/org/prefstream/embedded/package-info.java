/**
 * Provides a real PostgreSQL and a real Kafka broker that need no installation. PostgreSQL runs as a process of its
 * own, from binaries on the class path. The broker runs in this JVM or, by {@link org.prefstream.embedded.BrokerMain},
 * in one of its own.
 */
@NullMarked
package org.prefstream.embedded;

import org.jspecify.annotations.NullMarked;
