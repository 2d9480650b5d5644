package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportSource;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ExportedAuthor;

/** Says where a line of the data comes from. Annotators have pseudonyms, unless their names were asked for. */
final class ProvenanceLine {

    /** The flag of a request for the annotators' email addresses, which only owners may have. */
    static final String NAMES = "annotator_names";

    private static final List<String> COPIED = List.of("record_id", "group_id", "project_id", "task_id",
            "annotation_id", "revision", "control");
    private static final List<String> COPIED_BEHIND = List.of("strength", "chosen_index", "rejected_index",
            "chosen_model", "rejected_model", "shown_order", "shown_sha256", "lead_time_s", "submitted_at", "split",
            "guidelines_version", "votes", "votes_for", "outcome");

    private final LongFunction<String> annotators;

    private ProvenanceLine(LongFunction<String> annotators) {
        this.annotators = annotators;
    }

    static ProvenanceLine of(ExportSource source) {
        return new ProvenanceLine(annotators(source));
    }

    /** {@return the names of annotators by their ids, as the request wants them} */
    static LongFunction<String> annotators(ExportSource source) {
        if (!source.has(NAMES)) {
            return source::pseudonym;
        }
        Map<Long, ExportedAuthor.Person> people = source.people();
        return id -> {
            ExportedAuthor.Person person = people.get(id);
            return person == null ? source.pseudonym(id) : person.email();
        };
    }

    Map<String, @Nullable Object> of(TrainingRow row) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        copy(COPIED, row.keys(), line);
        putAnnotator(row.keys(), line);
        copy(COPIED_BEHIND, row.keys(), line);
        line.put("agreement", row.keys().get("agreement"));
        line.put("label_config_sha256", row.keys().get("label_config_sha256"));
        if (row.keys().get("voters") instanceof List<?> voters) {
            line.put("voters", voters.stream().map(this::voter).toList());
        }
        return line;
    }

    private Map<String, @Nullable Object> voter(Object vote) {
        Map<String, Object> keys = Objects.requireNonNullElse(Json.asObject(vote), Map.of());
        Map<String, @Nullable Object> voter = new LinkedHashMap<>();
        copy(List.of("record_id", "annotation_id"), keys, voter);
        putAnnotator(keys, voter);
        copy(List.of("outcome", "vote"), keys, voter);
        return voter;
    }

    private void putAnnotator(Map<String, Object> keys, Map<String, @Nullable Object> line) {
        if (keys.get("annotator_id") instanceof Number id) {
            line.put("annotator", annotators.apply(id.longValue()));
        }
    }

    private static void copy(List<String> names, Map<String, Object> keys, Map<String, @Nullable Object> line) {
        for (String key : names) {
            Object value = keys.get(key);
            if (value != null) {
                line.put(key, value);
            }
        }
    }
}
