package org.prefstream.task.view;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.task.CheckedQuery;

/**
 * What a view holds. What it selects is checked; whatever else a client keeps with it, such as hidden columns, stays as it was sent.
 *
 * @param members filters, ordering, selectedItems and others, by Label Studio's names
 */
record ViewData(Map<String, Object> members) {

    /** The members by which tasks are selected. */
    private static final List<String> QUERY = List.of("filters", "ordering", "selectedItems");
    private static final String FIELD = "data";
    private static final int BYTES_MAX = 64 * 1024;

    /**
     * {@return what was sent for a view of a project}
     *
     * @throws ProblemException 400 that names what it selects by and cannot, or that says how large it may be
     */
    static ViewData of(long projectId, Map<String, Object> sent) {
        ViewData data = new ViewData(sent);
        if (data.json().getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            throw ProblemException.invalid(FIELD, "must have no more than " + BYTES_MAX + " bytes as JSON");
        }
        try {
            CheckedQuery.require(projectId, data.query());
        } catch (ProblemException refused) {
            throw ProblemException.invalid(FIELD, message(refused));
        }
        return data;
    }

    /** The query is a part of the view here, so that its own name would mislead. */
    private static String message(ProblemException refused) {
        return refused.violations()
                .stream()
                .findFirst()
                .map(first -> first.field().equals("query") ? first.message() : first.field() + ": " + first.message())
                .orElse(refused.detail());
    }

    /** {@return what is stored} */
    static ViewData stored(String json) {
        return new ViewData(Json.readObject(json));
    }

    /** {@return the same, with what it selects by taken from another one where these members do not say it} */
    static Map<String, Object> selectingLike(ViewData other, Map<String, Object> members) {
        Map<String, Object> merged = new LinkedHashMap<>(members);
        QUERY.stream()
                .filter(other.members::containsKey)
                .forEach(name -> merged.putIfAbsent(name, other.members.get(name)));
        return merged;
    }

    String json() {
        return Json.write(members);
    }

    /** {@return what it selects, as Label Studio's query} */
    String query() {
        Map<String, Object> query = new LinkedHashMap<>();
        QUERY.stream().filter(members::containsKey).forEach(name -> query.put(name, members.get(name)));
        return Json.write(query);
    }
}
