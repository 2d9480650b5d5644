package org.prefstream.annotation.lease;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
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

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The next task as Label Studio's clients ask for it: the same one until it is answered. */
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
    public Uni<Map<String, @Nullable Object>> next(@RestPath long projectId) {
        Person person = caller.person();
        return projects.visible(projectId, person)
                .chain(project -> claimTasks.claim(project, person, 1, Display.IN_DATA_ORDER)
                        .map(claimed -> view(project, claimed, person)));
    }

    private static Map<String, @Nullable Object> view(ProjectRecord project, List<Claimed> claimed, Person person) {
        if (claimed.isEmpty()) {
            throw ProblemException.notFound("There are no tasks for " + person.email());
        }
        TaskRecord task = claimed.get(0).task().read();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", task.taskId());
        view.put("predictions", List.of());
        view.put("annotations", List.of());
        view.put("drafts", List.of());
        view.put("updated_by", List.of());
        view.put("unique_lock_id", lockId(claimed.get(0)));
        view.put("data", person.manages() ? task.data() : VisibleData.of(project.comparisonSpec(), task.data()));
        view.put("meta", person.manages() ? task.meta() : Map.of());
        view.put("created_at", task.createdAt());
        view.put("updated_at", task.updatedAt());
        view.put("is_labeled", false);
        view.put("overlap", task.overlap());
        view.put("inner_id", task.innerId());
        view.put("total_annotations", 0);
        view.put("cancelled_annotations", 0);
        view.put("total_predictions", task.predictions().size());
        view.put("comment_count", 0);
        view.put("unresolved_comment_count", 0);
        view.put("last_comment_updated_at", null);
        view.put("project", task.projectId());
        view.put("file_upload", null);
        view.put("comment_authors", List.of());
        view.put("queue", "Sequence queue");
        return view;
    }

    /** The same for the same lease, so that clients that compare it see the same lock. */
    private static String lockId(Claimed claimed) {
        return UUID
                .nameUUIDFromBytes(Hashes.sha256("lease/" + claimed.lease().id()).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
