package org.prefstream.kit.projection;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TopicRecord;
import org.prefstream.labelstudio.json.Json;

/**
 * The state of a key at a revision, as its owner published it.
 *
 * @param state null where the key was deleted
 * @param json the state as compact JSON on one line, as its owner wrote it; null where the key was deleted
 */
public record Change<R extends TopicRecord>(String key, long revision, @Nullable R state, @Nullable String json) {

    /** Makes a change whose JSON is what this version would write. */
    public Change(String key, long revision, @Nullable R state) {
        this(key, revision, state, state == null ? null : Json.write(state));
    }

    /** {@return the key as a number; throws a {@link NumberFormatException} if it is none} */
    public long id() {
        return Long.parseLong(key);
    }

    public boolean isDeleted() {
        return state == null;
    }

    /** {@return a function that gives a field of a change's state, and null where the key was deleted} */
    public static <R extends TopicRecord, T> Function<Change<R>, @Nullable T> field(Function<R, T> field) {
        return change -> change.state == null ? null : field.apply(change.state);
    }
}
