package org.prefstream.annotation.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.ProjectRecord.Asking;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.PreviewedProject;
import org.prefstream.kit.projection.VersionedState;
import org.prefstream.kit.projection.VersionedStates;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.config.LabelingConfigInvalid;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** Answers read-through as task-service would, for tasks that have not reached a topic yet. */
@ApplicationScoped
public class TaskServiceStandIn implements InternalRoute {

    private final Map<String, VersionedState> tasks = new ConcurrentHashMap<>();

    /** Lets task-service know a task that the topic does not hold yet. */
    public void owns(long taskId, long projectId) {
        tasks.put(Long.toString(taskId), VersionedState.of(1, Records.task(taskId, projectId, 1, 1)));
    }

    /** Lets task-service have another state of a task than the topic. */
    public void owns(TaskRecord task, long revision) {
        tasks.put(task.key(), VersionedState.of(revision, task));
    }

    @Override
    public String path() {
        return "tasks/:id";
    }

    @Override
    public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
        return Uni.createFrom().item(tasks.get(parameters.get("id")));
    }

    /** Answers with the tasks of a project that are on their way. */
    @ApplicationScoped
    public static class NextTasks implements InternalRoute {

        private final Map<String, List<TaskRecord>> tasks = new ConcurrentHashMap<>();

        /** Lets task-service know tasks that the topic does not hold yet. */
        public void owns(long projectId, long... taskIds) {
            tasks.put(Long.toString(projectId),
                    LongStream.of(taskIds).mapToObj(id -> Records.task(id, projectId, 1, 1)).toList());
        }

        @Override
        public String path() {
            return "projects/:id/tasks";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            long after = Long.parseLong(parameters.get("after"));
            return Uni.createFrom()
                    .item(new VersionedStates(tasks.getOrDefault(parameters.get("id"), List.of())
                            .stream()
                            .filter(task -> task.taskId() > after)
                            .limit(1)
                            .map(task -> VersionedState.of(1, task))
                            .toList()));
        }
    }

    @ApplicationScoped
    public static class Projects implements InternalRoute {

        private final Map<String, VersionedState> projects = new ConcurrentHashMap<>();

        /** Lets task-service know a project that the topic does not hold yet. */
        public void owns(long projectId) {
            projects.put(Long.toString(projectId),
                    VersionedState.of(1, Records.project(projectId, 1, true, "REQUEUE_FOR_OTHERS")));
        }

        /** Lets task-service have another state of a project than the topic. */
        public void owns(ProjectRecord project, long revision) {
            projects.put(project.key(), VersionedState.of(revision, project));
        }

        @Override
        public String path() {
            return "projects/:id";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return Uni.createFrom().item(projects.get(parameters.get("id")));
        }
    }

    /** Makes a project of a configuration that can be read, and warns of nothing in particular. */
    @ApplicationScoped
    public static class Previewed implements InternalRoute {

        @Override
        public String path() {
            return "previewed-project";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return Uni.createFrom().item(previewed(String.valueOf(Json.readObject(body).get("label_config"))));
        }

        private static PreviewedProject previewed(String xml) {
            try {
                LabelingConfig config = LabelingConfig.parse(xml);
                return new PreviewedProject(new ProjectRecord(0, "", "", 1, "Sequential sampling", "REQUEUE_FOR_OTHERS",
                        true, true, config.spec(),
                        new Asking(config.layout(), false, Asking.PAIR.outcomes(), false, true, false, false, false),
                        null, null, null), List.of("a warning"), List.of());
            } catch (LabelingConfigInvalid refused) {
                return new PreviewedProject(null, List.of(),
                        List.of(new Violation("label_config", "no configuration")));
            }
        }
    }

    /** Knows people as task-service does, also where the topic lags. */
    @ApplicationScoped
    public static class Access implements InternalRoute {

        private final Map<String, VersionedState> people = new ConcurrentHashMap<>();

        /** Lets task-service know what the holder of a token may do. */
        public void owns(AccessRecord person, long revision) {
            people.put(person.tokenHash(), VersionedState.of(revision, person));
        }

        /** Lets task-service revoke a token. */
        public void revoke(String token) {
            people.remove(Hashes.sha256(token));
        }

        @Override
        public String path() {
            return "access/:hash";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return Uni.createFrom().item(people.get(parameters.get("hash")));
        }
    }

    /** Says how far access is published. */
    @ApplicationScoped
    public static class Published implements InternalRoute {

        private volatile boolean waits;

        /** From now on a change of access waits to be published, or none does. */
        public void waits(boolean waits) {
            this.waits = waits;
        }

        @Override
        public String path() {
            return "published/access";
        }

        @Override
        public Uni<? extends Object> answer(Map<String, String> parameters, String body) {
            return waits
                    ? Uni.createFrom().failure(new BarrierTimedOut("changes of access wait to be published"))
                    : Uni.createFrom().item(Positions.NONE);
        }
    }
}
