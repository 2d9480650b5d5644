/**
 * A real PostgreSQL and a real Kafka broker that need no installation: PostgreSQL as a process of its own from binaries
 * on the class path, the broker in this JVM or, by {@link org.prefstream.embedded.BrokerMain}, in one of its own.
 */
@NullMarked
package org.prefstream.embedded;

import org.jspecify.annotations.NullMarked;
