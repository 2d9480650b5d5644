package org.prefstream.kit.projection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What annotation-service answers when it was told to withdraw annotations of tasks.
 *
 * @param annotations how many it withdrew
 */
public record WithdrawnAnnotations(@JsonProperty("annotations") long annotations) {
}
