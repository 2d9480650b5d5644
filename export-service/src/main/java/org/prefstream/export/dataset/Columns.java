package org.prefstream.export.dataset;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.json.Json;
import org.prefstream.kit.projection.Change;

/** Changes as columns for {@code unnest}. Where a key was deleted a number is 0 and a text empty; SQL makes them null. */
record Columns<R extends TopicRecord>(List<Change<R>> changes) {

    Columns {
        changes = List.copyOf(changes);
    }

    String[] keys() {
        return changes.stream().map(Change::key).toArray(String[]::new);
    }

    Long[] numericKeys() {
        return changes.stream().map(change -> Long.valueOf(change.key())).toArray(Long[]::new);
    }

    Long[] revisions() {
        return changes.stream().map(Change::revision).toArray(Long[]::new);
    }

    Boolean[] deleted() {
        return changes.stream().map(change -> change.state() == null).toArray(Boolean[]::new);
    }

    Long[] numbers(ToLongFunction<R> number) {
        return present(number::applyAsLong, 0L).toArray(Long[]::new);
    }

    String[] records() {
        return present(Json::write, "").toArray(String[]::new);
    }

    private <T> List<T> present(Function<R, T> value, T whereDeleted) {
        return changes.stream().map(change -> {
            R state = change.state();
            return state == null ? whereDeleted : value.apply(state);
        }).toList();
    }
}
