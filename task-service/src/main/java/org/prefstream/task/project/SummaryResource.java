package org.prefstream.task.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.config.SampleTask;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** What the tasks and annotations of a project hold, and what a task of it would look like, as Label Studio's settings ask. */
@Path("/api/projects/{id}")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class SummaryResource {

    private final Caller caller;
    private final Projects projects;
    private final Summaries summaries;
    private final Transactions transactions;
    private final AcrossServices across;

    SummaryResource(Caller caller, Projects projects, Summaries summaries, Transactions transactions,
            AcrossServices across) {
        this.caller = caller;
        this.projects = projects;
        this.summaries = summaries;
        this.transactions = transactions;
        this.across = across;
    }

    /**
     * What a project holds.
     *
     * @param allDataColumns how many tasks have each field of the data
     * @param commonDataColumns the fields that all tasks have
     * @param createdAnnotations how many annotations answer each control, by {@code from_name|to_name|type}; as in Label Studio without
     *        comparisons of two
     * @param createdLabels how many annotations have each value that a control offers, by the control's name
     * @param createdLabelsInDrafts empty: drafts are nobody's but their author's
     */
    record Summary(
            @JsonProperty("project") long project,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("all_data_columns") Map<String, Long> allDataColumns,
            @JsonProperty("common_data_columns") List<String> commonDataColumns,
            @JsonProperty("created_annotations") Map<String, Long> createdAnnotations,
            @JsonProperty("created_labels") Map<String, Map<String, Long>> createdLabels,
            @JsonProperty("created_labels_drafts") Map<String, Long> createdLabelsInDrafts) {
    }

    /** Data of a task. */
    record Sample(@JsonProperty("sample_task") Map<String, Object> sampleTask) {
    }

    @GET
    @Path("/summary")
    public Uni<Response> summary(@RestPath long id) {
        Person person = caller.person();
        return across.annotationsOf(id)
                .chain(() -> transactions.read(() -> projects.require(id, person).chain(summaries::of)))
                .map(found -> Answer.json(200, found).response());
    }

    /** The configuration is the one that was sent, or the project's own. */
    @POST
    @Path("/sample-task")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> sample(@RestPath long id, Fields sent) {
        Person person = caller.person();
        return transactions.read(() -> projects.require(id, person))
                .map(project -> WriteProject.config(sent, project.labelConfig()))
                .map(SummaryResource::sample)
                .map(found -> Answer.json(200, found).response());
    }

    private static Sample sample(String xml) {
        return SampleTask.of(xml, WriteProject.parse("label_config", xml).spec())
                .map(Sample::new)
                .orElseThrow(() -> ProblemException.invalid("label_config",
                        "No sample can be made up for the data that it shows. Put one into a comment: <!-- {\"data\": {…}} -->."));
    }
}
