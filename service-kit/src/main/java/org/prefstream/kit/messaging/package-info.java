/** Publishing to Kafka: the outbox, the relay that sends it, the topics. */
@NullMarked
package org.prefstream.kit.messaging;

import org.jspecify.annotations.NullMarked;
