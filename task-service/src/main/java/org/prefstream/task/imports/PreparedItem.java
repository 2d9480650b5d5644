package org.prefstream.task.imports;

import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.imports.read.ImportItem;

/**
 * An item with what can be worked out before the database is asked for anything.
 *
 * @param data the item's data as compact JSON
 * @param meta the item's meta as compact JSON
 * @param sha256 of {@code data}, lower-case hex
 */
record PreparedItem(ImportItem item, String data, String meta, String sha256) {

    static PreparedItem of(ImportItem item) {
        String data = Json.write(item.data());
        return new PreparedItem(item, data, Json.write(item.meta()), Hashes.sha256(data));
    }
}
