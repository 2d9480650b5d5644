package org.prefstream.annotation.dataset;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.json.Json;

/**
 * The dataset rows that an annotation has given, by their keys: what was published must be taken back by the same key, also
 * when the result that it followed from is gone.
 */
public record RowKeys(List<String> keys) {

    public static final RowKeys NONE = new RowKeys(List.of());

    public RowKeys {
        keys = List.copyOf(keys);
    }

    /** {@return the keys of these rows} */
    public static RowKeys of(List<PreferenceRecord> rows) {
        return new RowKeys(rows.stream().map(PreferenceRecord::key).toList());
    }

    /** {@return what {@link #json} wrote} */
    public static RowKeys parse(String json) {
        return new RowKeys(Json.readList(json).stream().map(String.class::cast).toList());
    }

    /** {@return the keys as a JSON array} */
    public String json() {
        return Json.write(keys);
    }

    /** {@return tombstones for the rows, which are of a project, that these others do not replace} */
    public Stream<OutboxEntry> withdrawnFor(RowKeys others, long revision, long projectId) {
        Set<String> replaced = Set.copyOf(others.keys);
        return keys.stream()
                .filter(key -> !replaced.contains(key))
                .map(key -> OutboxEntry.delete(Topic.PREFERENCES, key, revision, projectId));
    }
}
