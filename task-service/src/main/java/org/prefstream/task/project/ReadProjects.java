package org.prefstream.task.project;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.view.ProjectView;
import org.prefstream.task.people.Accounts;
import org.prefstream.task.project.Progress.Counts;
import org.prefstream.task.project.Projects.Selection;

import io.smallrye.mutiny.Uni;

/** Shows projects with who made them and how far they are, in the session of the caller. */
@ApplicationScoped
class ReadProjects {

    private final Projects projects;
    private final Accounts accounts;
    private final Progress progress;
    private final UsedControls usedControls;
    private final Members members;

    /** Some projects, and how many there are in all. */
    record Page(long count, List<?> views) {
    }

    ReadProjects(Projects projects, Accounts accounts, Progress progress, UsedControls usedControls, Members members) {
        this.projects = projects;
        this.accounts = accounts;
        this.progress = progress;
        this.usedControls = usedControls;
        this.members = members;
    }

    Uni<Object> one(long id, Person person) {
        return projects.require(id, person)
                .chain(project -> views(List.of(project), Set.of(), person))
                .map(views -> views.get(0));
    }

    /** {@return a new project: Label Studio counts nothing in that answer} */
    Uni<ProjectView> justCreated(Project project) {
        return accounts.named(Set.of(project.createdBy()))
                .map(named -> ProjectViews.of(project, named.get(project.createdBy()), null, null, true));
    }

    Uni<Page> page(Selection selection, Set<String> keys, Person person, PageRequest page) {
        return projects.count(selection, person)
                .chain(count -> projects.page(selection, person, page)
                        .chain(found -> views(found, keys, person))
                        .map(views -> new Page(count, views)));
    }

    Uni<Page> counts(Selection selection, Person person, PageRequest page) {
        return projects.count(selection, person)
                .chain(count -> projects.page(selection, person, page)
                        .chain(found -> progress.of(ids(found))
                                .map(counts -> new Page(count, found.stream()
                                        .map(project -> ProjectViews.counts(project.id(), counted(counts, project)))
                                        .toList()))));
    }

    /** {@return the ids of a page's projects} */
    Uni<List<Long>> ids(Selection selection, Person person, PageRequest page) {
        return projects.page(selection, person, page).map(ReadProjects::ids);
    }

    /** Refuses a configuration that existing annotations would contradict. */
    Uni<Void> requireFits(long id, ComparisonSpec spec, Person person) {
        return projects.require(id, person).chain(project -> usedControls.requireIn(project, spec));
    }

    private Uni<List<Object>> views(List<Project> found, Set<String> keys, Person person) {
        Set<Long> creators = Set.copyOf(found.stream().map(project -> project.createdBy()).distinct().toList());
        return accounts.named(creators)
                .chain(named -> progress.of(ids(found))
                        .chain(counts -> members.counts(ids(found))
                                .map(members -> found.stream()
                                        .map(project -> ProjectViews.reduced(
                                                ProjectViews.of(project, named.get(project.createdBy()),
                                                        counted(counts, project),
                                                        members.getOrDefault(project.id(), 0L), person.manages()),
                                                keys))
                                        .toList())));
    }

    private static List<Long> ids(List<Project> found) {
        return found.stream().map(Project::id).toList();
    }

    private static Counts counted(Map<Long, Counts> counts, Project project) {
        return counts.getOrDefault(project.id(), Counts.NONE);
    }
}
