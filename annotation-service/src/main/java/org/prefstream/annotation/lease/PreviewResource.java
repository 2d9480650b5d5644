package org.prefstream.annotation.lease;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.PreviewedProject;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** Shows tasks as annotators would see them in a project that does not exist yet, or not with these settings. Nothing is stored. */
@Path("/api/projects/preview")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {

    private static final int TASKS_MOST = 10;
    /** Services take questions of 256 KiB from each other. */
    private static final int SETTINGS_LONGEST = 250_000;

    private final Peers peers;

    PreviewResource(Peers peers) {
        this.peers = peers;
    }

    /**
     * What annotators would see.
     *
     * @param tasks one for each that was sent, with what is compared in the order of the data
     * @param layout how the configuration arranges them; null where it does not say
     * @param labelConfigWarnings what the configuration contains and is not understood, each with tag and line
     */
    record Preview(
            @JsonProperty("tasks") List<PreviewedTask> tasks,
            @JsonProperty("layout") @Nullable LayoutView layout,
            @JsonProperty("label_config_warnings") List<String> labelConfigWarnings) {
    }

    /** Either what a task shows and asks, as with a lease, or why it cannot be shown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewedTask(
            @JsonProperty("shown") @Nullable ShownView shown,
            @JsonProperty("problem") @Nullable String problem) {

        static PreviewedTask of(ProjectRecord project, RequiredFields required, Map<String, Object> data) {
            return required.flaw(data)
                    .map(flaw -> new PreviewedTask(null, flaw))
                    .orElseGet(() -> new PreviewedTask(shown(project, data), null));
        }

        private static ShownView shown(ProjectRecord project, Map<String, Object> data) {
            Shown shown = Shown.of(project.comparisonSpec(), data);
            return ShownView.of(shown, ShownOrder.asInData(shown), project, true);
        }
    }

    /**
     * Shows tasks.
     *
     * @param sent {@code label_config} and other settings of a project, and {@code tasks}: the data of each
     */
    @POST
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Preview> preview(Fields sent) {
        List<Map<String, Object>> tasks = tasks(sent);
        Map<String, Object> settings = new LinkedHashMap<>(sent.members());
        settings.remove("tasks");
        if (Json.write(settings).getBytes(StandardCharsets.UTF_8).length > SETTINGS_LONGEST) {
            throw ProblemException.invalid("label_config", "It is too long to be previewed.");
        }
        return peers.ask("task", "previewed-project", settings, PreviewedProject.class, Peers.TIMEOUT)
                .map(found -> found.orElseThrow(PreviewResource::unknown))
                .map(previewed -> preview(previewed, tasks));
    }

    private static Preview preview(PreviewedProject previewed, List<Map<String, Object>> tasks) {
        ProjectRecord project = previewed.project();
        if (project == null) {
            throw refused(previewed.refused());
        }
        RequiredFields required = RequiredFields.of(project.comparisonSpec());
        return new Preview(tasks.stream().map(data -> PreviewedTask.of(project, required, data)).toList(),
                LayoutView.of(project.asks()), previewed.warnings());
    }

    private static ProblemException refused(List<Violation> violations) {
        return ProblemException.invalid(violations.stream().map(Violation::message).collect(Collectors.joining("; ")),
                violations);
    }

    private static List<Map<String, Object>> tasks(Fields sent) {
        if (!(sent.json("tasks").orElse(List.of()) instanceof List<?> list) || list.size() > TASKS_MOST) {
            throw ProblemException.invalid("tasks", "Must be a list of tasks' data, " + TASKS_MOST + " at most.");
        }
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (Object item : list) {
            Map<String, Object> data = Json.asObject(item);
            if (data == null) {
                throw ProblemException.invalid("tasks", "Each must be an object: the task's data.");
            }
            tasks.add(data);
        }
        return tasks;
    }

    /** An older task-service, while a cluster is renewed. */
    private static ProblemException unknown() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The task service does not know previews yet. Try again shortly.");
    }
}
