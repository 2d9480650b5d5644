package org.prefstream.labelstudio.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that every task's data must have, because the project's labeling configuration shows them.
 *
 * @param keys in the order of the configuration
 */
public record RequiredFields(List<String> keys) {

    /** How Label Studio says that it took the item's {@code data} for the task's data. */
    private static final String WRAPPED = " [assume: item[\"data\"] = task root with values]";
    /** How Label Studio says that it took the whole item for the task's data; its text ends with a space. */
    private static final String FLAT = " [assume: item as is = task root with values] ";

    public RequiredFields {
        keys = List.copyOf(keys);
    }

    /**
     * Checks the data of a task that is created or changed alone.
     *
     * @return Label Studio's message for the first key that is missing or null; empty if the data will do
     */
    public Optional<String> flaw(Map<String, Object> data) {
        return flaw(data, false);
    }

    public Optional<String> flaw(Map<String, Object> data, boolean flat) {
        for (String key : keys) {
            if (data.get(key) == null) {
                String what = data.containsKey(key)
                        ? "\" is null, but a value is expected in task data"
                        : "\" key is expected in task data";
                return Optional.of("\"" + key + what + (flat ? FLAT : WRAPPED));
            }
        }
        return Optional.empty();
    }

    /** {@return the key that a line of plain text stands for} */
    public String textKey() {
        return keys.isEmpty() ? "text" : keys.get(0);
    }
}
