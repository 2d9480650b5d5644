package org.prefstream.task.view;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.project.Projects;

import io.smallrye.mutiny.Uni;

/** Saves, changes, orders and deletes views, in the transaction of the caller. */
@ApplicationScoped
class WriteView {

    private static final int PLACE_MAX = 1_000_000;

    private final SavedViews views;
    private final Projects projects;
    private final Clock clock;

    WriteView(SavedViews views, Projects projects, Clock clock) {
        this.views = views;
        this.projects = projects;
        this.clock = clock;
    }

    /** {@return a new view as sent; the project is locked, so that its views are counted one after another} */
    Uni<SavedView> create(Fields sent, Person person) {
        long projectId = sent.id("project");
        ViewData data = ViewData.of(projectId, sent.object("data").orElse(Map.of()));
        int place = place(sent, 0);
        return projects.requireLocked(projectId).chain(project -> views.count("projectId", projectId)).invoke(count -> {
            if (count >= SavedViews.MAX) {
                throw ProblemException.invalid("project",
                        "has " + SavedViews.MAX + " views already, the most it may have; delete one of them");
            }
        }).chain(count -> views.persistAndFlush(new SavedView(projectId, place, data, person.id(), clock.instant())));
    }

    /**
     * {@return the view with the data sent}
     *
     * @param whole whether what the data does not say of filters, ordering and selection is gone; it stays otherwise
     */
    Uni<SavedView> change(long id, Fields sent, boolean whole) {
        return views.requireLocked(id).invoke(view -> change(view, sent, whole));
    }

    private static void change(SavedView view, Fields sent, boolean whole) {
        if (sent.whole("project").filter(project -> project != view.projectId()).isPresent()) {
            throw ProblemException.invalid("project",
                    "a view stays in its project, " + view.projectId() + "; make a new one for another project");
        }
        Map<String, Object> members = sent.object("data").orElse(null);
        view.moveTo(place(sent, view.place()));
        if (members != null || whole) {
            Map<String, Object> data = members == null ? Map.of() : members;
            view.show(ViewData.of(view.projectId(), whole ? data : ViewData.selectingLike(view.data(), data)));
        }
    }

    private static int place(Fields sent, int otherwise) {
        return sent.whole("order", 0, PLACE_MAX).map(Math::toIntExact).orElse(otherwise);
    }

    Uni<Void> delete(long id) {
        return views.requireLocked(id).chain(view -> views.delete("id", id)).replaceWithVoid();
    }

    /** Deletes all views of a project. */
    Uni<Void> deleteAll(long projectId) {
        return projects.requireLocked(projectId)
                .chain(project -> views.delete("projectId", projectId))
                .replaceWithVoid();
    }

    /** Puts views of a project into the order in which their ids are sent; others stand behind them. */
    Uni<Void> order(Fields sent) {
        long projectId = sent.id("project");
        List<Long> ids = ids(sent);
        return projects.requireLocked(projectId)
                .chain(project -> views.ofLocked(projectId))
                .invoke(found -> order(found, ids))
                .replaceWithVoid();
    }

    private static void order(List<SavedView> found, List<Long> ids) {
        Map<Long, SavedView> byId = found.stream().collect(Collectors.toMap(SavedView::id, Function.identity()));
        for (int i = 0; i < ids.size(); i++) {
            SavedView view = byId.remove(ids.get(i));
            if (view == null) {
                throw ProblemException.invalid("ids", "the project has no view " + ids.get(i));
            }
            view.moveTo(i);
        }
        int behind = ids.size();
        for (SavedView view : found) {
            if (byId.containsKey(view.id())) {
                view.moveTo(behind++);
            }
        }
    }

    private static List<Long> ids(Fields sent) {
        if (sent.json("ids").orElse(List.of()) instanceof List<?> list && list.size() <= SavedViews.MAX
                && list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)
                && new HashSet<>(list).size() == list.size()) {
            return list.stream().map(id -> ((Number) id).longValue()).toList();
        }
        throw ProblemException.invalid("ids", "must be a list of different views' ids, " + SavedViews.MAX + " at most");
    }
}
