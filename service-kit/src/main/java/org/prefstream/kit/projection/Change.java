package org.prefstream.kit.projection;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TopicRecord;

/**
 * The state of a key at a revision, as its owner published it.
 *
 * @param state null where the key was deleted
 */
public record Change<R extends TopicRecord>(String key, long revision, @Nullable R state) {
}
