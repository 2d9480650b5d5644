package org.prefstream.task.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.imports.read.ColumnNames;

/**
 * What is asked of an import beside its tasks.
 *
 * @param withIds whether the answer lists the new tasks' ids
 * @param onDuplicate what becomes of tasks that are there already
 * @param leaveOut whether rows that cannot be imported are left out; the import is refused for them otherwise
 * @param names which columns stand for keys of the data that have other names
 * @param key the idempotency key; null where none was sent
 */
record ImportOptions(
        boolean withIds,
        OnDuplicate onDuplicate,
        boolean leaveOut,
        ColumnNames names,
        @Nullable String key) {

    /** What a parameter begins with that names the column for a key of the data. */
    private static final String OF_DATA = "data.";
    private static final int NAMES_MAX = 100;

    /**
     * {@return what a request asks for; refused with a 400 that names the parameter}
     *
     * @param query its parameters, each with its values
     * @param key its idempotency key; null where it has none
     */
    static ImportOptions of(Map<String, List<String>> query, @Nullable String key) {
        String commit = sent(query, "commit_to_project");
        if (commit != null && !Flags.isYes(commit)) {
            throw ProblemException.invalid("commit_to_project",
                    "false is not supported: tasks are always stored in the project");
        }
        if (sent(query, "preannotated_from_fields") != null) {
            throw ProblemException.invalid("preannotated_from_fields",
                    "is not supported yet; send predictions with the tasks");
        }
        return new ImportOptions(Flags.isYes(sent(query, "return_task_ids")),
                OnDuplicate.of(sent(query, "on_duplicate")), leaveOut(sent(query, "on_error")), names(query), key);
    }

    private static ColumnNames names(Map<String, List<String>> query) {
        Map<String, String> columns = new LinkedHashMap<>();
        query.forEach((name, values) -> {
            String column = name.startsWith(OF_DATA) ? sent(query, name) : null;
            if (column == null) {
                return;
            }
            if (values.size() > 1 || name.length() == OF_DATA.length() || columns.size() == NAMES_MAX) {
                throw ProblemException.invalid(name, "must name one column for one key of the tasks' data, such as "
                        + "data.prompt=question, for " + NAMES_MAX + " keys at most");
            }
            columns.put(name.substring(OF_DATA.length()), column);
        });
        return new ColumnNames(columns);
    }

    /** {@return what of this changes the answer, so that a key cannot be used for another one} */
    String fingerprint() {
        boolean isPlain = onDuplicate == OnDuplicate.KEEP && !leaveOut;
        String columns = names.columns().isEmpty() ? "" : "\n" + Json.write(new TreeMap<>(names.columns()));
        return withIds + (isPlain ? "" : "\n" + onDuplicate + "\n" + leaveOut) + columns;
    }

    private static boolean leaveOut(@Nullable String onError) {
        if (onError == null || onError.equals("refuse")) {
            return false;
        }
        if (onError.equals("leave_out")) {
            return true;
        }
        throw ProblemException.invalid("on_error",
                "must be refuse or leave_out: what to do with rows that cannot be imported");
    }

    private static @Nullable String sent(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
    }
}
