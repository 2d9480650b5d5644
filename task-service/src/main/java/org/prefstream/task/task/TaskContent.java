package org.prefstream.task.task;

import java.util.Map;

import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/**
 * What a task holds, as it is stored and published: compact JSON, keys in their order, numbers exact.
 *
 * @param data what is to be judged
 * @param meta what else came with it
 * @param dataJson {@code data} as compact JSON
 * @param metaJson {@code meta} as compact JSON
 * @param dataSha256 lower-case hex SHA-256 of {@code dataJson}
 */
public record TaskContent(
        Map<String, Object> data,
        Map<String, Object> meta,
        String dataJson,
        String metaJson,
        String dataSha256) {

    /** {@return the content, written and hashed} */
    public static TaskContent of(Map<String, Object> data, Map<String, Object> meta) {
        String json = Json.write(data);
        return new TaskContent(data, meta, json, Json.write(meta), Hashes.sha256(json));
    }
}
