package org.prefstream.annotation.lease;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Hashes;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.task.VisibleData;
import org.prefstream.labelstudio.view.NextTaskView;
import org.prefstream.labelstudio.view.TaskState;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The next task as Label Studio's clients ask for it. They get the same one until its lease ends. */
@Path("/api/projects/{projectId}/next")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class NextResource {

    private final Caller caller;
    private final Projects projects;
    private final ClaimTasks claimTasks;

    NextResource(Caller caller, Projects projects, ClaimTasks claimTasks) {
        this.caller = caller;
        this.projects = projects;
        this.claimTasks = claimTasks;
    }

    @GET
    public Uni<NextTaskView> next(@RestPath long projectId) {
        Person person = caller.person();
        return projects.visible(projectId, person)
                .chain(project -> claimTasks.claim(project, person, 1, Display.IN_DATA_ORDER, null)
                        .map(claimed -> view(project, claimed, person)));
    }

    private static NextTaskView view(ProjectRecord project, List<Claimed> claimed, Person person) {
        if (claimed.isEmpty()) {
            throw ProblemException.notFound("There are no tasks for " + person.email());
        }
        TaskRecord task = claimed.get(0).task();
        Object data = person.manages() ? task.data() : VisibleData.of(project.comparisonSpec(), task.data());
        TaskState state = new TaskState(task.taskId(), task.projectId(), task.innerId(), data,
                person.manages() ? task.meta() : Map.of(), task.createdAt(), task.updatedAt(), null, false,
                task.overlap(), 0, 0, task.predictions().size(), null);
        return new NextTaskView(state, lockId(claimed.get(0).lease()));
    }

    /** The id is the same for the same lease, because clients compare it to see whether the lock is the same. */
    private static String lockId(Lease lease) {
        return UUID.nameUUIDFromBytes(Hashes.sha256("lease/" + lease.id()).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
