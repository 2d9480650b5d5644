package org.prefstream.kit.projection;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TopicRecord;
import org.prefstream.labelstudio.json.Json;

import io.vertx.core.buffer.Buffer;

/**
 * The state of a key at a revision, as its owner published it.
 *
 * @param state null where the key was deleted
 * @param json the state as JSON on one line in UTF-8, as its owner wrote it, which a copy keeps; null where the key was deleted. It
 *        goes to the database as bytes ({@code convert_from(…, 'UTF8')}), as it came
 */
public record Change<R extends TopicRecord>(String key, long revision, @Nullable R state, @Nullable Buffer json) {

    /** A change that did not come by a topic. */
    public Change(String key, long revision, @Nullable R state) {
        this(key, revision, state, state == null ? null : Buffer.buffer(Json.write(state)));
    }

    /** {@return the key as a number; throws an {@link InvalidRecord} if it is none} */
    public long id() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw new InvalidRecord("the key is no number", e);
        }
    }

    public boolean isDeleted() {
        return state == null;
    }

    /** {@return a function that gives a field of a change's state, and null where the key was deleted} */
    public static <R extends TopicRecord, T> Function<Change<R>, @Nullable T> field(Function<R, T> field) {
        return change -> change.state == null ? null : field.apply(change.state);
    }
}
