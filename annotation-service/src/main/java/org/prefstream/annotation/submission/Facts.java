package org.prefstream.annotation.submission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.prefstream.annotation.copies.LockedTask;
import org.prefstream.annotation.lease.LeaseTable.Claimant;
import org.prefstream.annotation.lease.LeaseTable.Held;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * What is known of the tasks of a group of judgements, read after the tasks' rows were locked. So it stays true until the group
 * is committed.
 *
 * @param tasks by id
 * @param held the ids of tasks that another transaction holds now; nothing is known of them
 * @param projects by id
 * @param leases by id
 * @param live the leases that nothing has ended yet
 * @param annotations by id
 * @param shown by SHA-256: what leases and annotations are about
 * @param people the present access of those who judge, by id; those who may do nothing any more are missing
 * @param names of authors as {@code first last email}, by id; people unknown here are missing
 */
record Facts(
        Map<Long, LockedTask> tasks,
        Set<Long> held,
        Map<Long, ProjectRecord> projects,
        Map<Long, Held> leases,
        Map<Claimant, Held> live,
        Map<Long, Annotation> annotations,
        Map<String, Shown> shown,
        Map<Long, Person> people,
        Map<Long, String> names) {

    /** {@return the task, if it is there and its project is known} */
    Optional<LockedTask> task(long id) {
        return Optional.ofNullable(tasks.get(id)).filter(LockedTask::isThere).filter(this::isOfKnownProject);
    }

    /** {@return whether another transaction holds the task that a judgement is about} */
    boolean isHeld(Judgement judgement) {
        return taskOf(judgement).filter(held::contains).isPresent();
    }

    private boolean isOfKnownProject(LockedTask task) {
        return projects.containsKey(task.projectId());
    }

    /** {@return the task; fails with a 404 if it is gone} */
    LockedTask requireTask(long id) {
        return task(id).orElseThrow(() -> ProblemException.notFound("No Task matches the given query."));
    }

    /** {@return who judges, with what they may do now; fails with a 401 if that is nothing} */
    Person present(Judgement judgement) {
        return Optional.ofNullable(people.get(judgement.person().id()))
                .orElseThrow(() -> new ProblemException(ProblemType.UNAUTHORIZED, "Your account is no longer active."));
    }

    /** {@return the project of a task that is there} */
    ProjectRecord project(LockedTask task) {
        return known(projects, task.projectId());
    }

    /** {@return what was kept under that SHA-256} */
    Shown shown(String sha256) {
        return known(shown, sha256);
    }

    /** {@return the annotation of the project that has this unique_id} */
    Optional<Annotation> byUniqueId(long projectId, UUID uniqueId) {
        return annotations.values()
                .stream()
                .filter(one -> one.projectId() == projectId && one.uniqueId().equals(uniqueId))
                .findFirst();
    }

    /** {@return the id of the task that a judgement is about; empty where nothing here says it} */
    Optional<Long> taskOf(Judgement judgement) {
        return judgement.task()
                .or(() -> judgement.lease().map(leases::get).map(held -> held.lease().taskId()))
                .or(() -> judgement.annotation().map(annotations::get).map(Annotation::taskId));
    }

    /** {@return the author's name as {@code first last email}; blank for somebody who is unknown here} */
    String author(Annotation annotation) {
        return names.getOrDefault(annotation.completedBy(), " ");
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        V found = all.get(key);
        if (found == null) {
            throw new IllegalStateException("it should have been read: " + key);
        }
        return found;
    }
}
