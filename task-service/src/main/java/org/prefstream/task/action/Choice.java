package org.prefstream.task.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.task.CheckedQuery;
import org.prefstream.task.task.SavedQueries.SavedQuery;

/**
 * Which tasks of a project an action is about. It says so in so many words: nobody deletes all tasks of a project because something was
 * left out, or misspelt.
 *
 * @param query Label Studio's query as JSON, which was checked
 */
record Choice(long projectId, String query) {

    private static final String SELECTED = "selectedItems";
    private static final String RULE = "Must be {\"all\": false, \"included\": [ids of tasks]} or {\"all\": true, \"excluded\": [ids of tasks]}.";
    private static final Set<String> MEMBERS = Set.of("all", "included", "excluded");

    /**
     * {@return what a request chooses}
     *
     * @param view whose filters come before those that were sent; its selection is taken where none was sent
     * @throws ProblemException 400 if nothing says which tasks are selected, or if a filter cannot be
     */
    static Choice of(long projectId, Fields sent, Optional<SavedQuery> view) {
        Map<String, Object> query = new LinkedHashMap<>();
        Fields from = view.map(saved -> Fields.of(saved.query())).orElse(sent);
        from.object("filters").ifPresent(found -> query.put("filters", found));
        from.text("search").ifPresent(text -> query.put("search", text));
        query.put(SELECTED, selected(sent.object(SELECTED).or(() -> from.object(SELECTED))));
        String json = Json.write(query);
        CheckedQuery.require(projectId, json);
        return new Choice(projectId, json);
    }

    private static Map<String, Object> selected(Optional<Map<String, Object>> sent) {
        Map<String, Object> selected = sent.orElseThrow(() -> refused("This field is required. " + RULE));
        if (!MEMBERS.containsAll(selected.keySet()) || !(selected.get("all") instanceof Boolean all)
                || !isEmpty(selected.get(all ? "included" : "excluded"))
                || !(selected.getOrDefault(all ? "excluded" : "included", List.of()) instanceof List)) {
            throw refused(RULE);
        }
        return selected;
    }

    private static boolean isEmpty(@Nullable Object list) {
        return list == null || list.equals(List.of());
    }

    private static ProblemException refused(String message) {
        return ProblemException.invalid(SELECTED, message);
    }
}
