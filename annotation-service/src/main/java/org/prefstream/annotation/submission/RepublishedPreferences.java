package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.Republished;

import io.smallrye.mutiny.Uni;

/** All rows of the dataset, to be published again. */
@ApplicationScoped
class RepublishedPreferences implements Republished {

    private final LockedAnnotations annotations;

    RepublishedPreferences(LockedAnnotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public Topic topic() {
        return Topic.PREFERENCES;
    }

    @Override
    public String table() {
        return "annotation";
    }

    /** Each row repeats what was shown, and its key has at least ten characters. */
    @Override
    public String bytes() {
        return """
                (select cast(octet_length(content) as bigint) from shown where sha256 = one.shown_sha256)
                    * (1 + octet_length(one.record_keys) / 10)""";
    }

    /** A row's key begins with its annotation's id. */
    @Override
    public String rowId(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    @Override
    public String has() {
        return "asked.key in (select json_array_elements_text(cast(one.record_keys as json)))";
    }

    @Override
    public Uni<List<OutboxEntry>> entries(List<Long> ids) {
        return annotations.entries(ids, (one, shown, split) -> one.publishedRows(shown, split).stream());
    }
}
