package org.prefstream.task.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.imports.RefusedFiles.Piece;
import org.prefstream.task.project.Projects;

import io.smallrye.common.annotation.Blocking;

/** How far an import is, its end before its time, and the rows that it left out. */
@Path("/api/projects/{id}")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ImportProgressResource {

    /** A commit takes less than that. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> TYPES = Map.of("csv", "text/csv; charset=UTF-8", "tsv",
            "text/tab-separated-values; charset=UTF-8", "txt", "text/plain; charset=UTF-8");
    private static final String JSON_LINES = "application/x-ndjson";

    private final Caller caller;
    private final Projects projects;
    private final RunningImports imports;
    private final RefusedFiles refused;
    private final Transactions transactions;

    ImportProgressResource(Caller caller, Projects projects, RunningImports imports, RefusedFiles refused,
            Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.imports = imports;
        this.refused = refused;
        this.transactions = transactions;
    }

    @GET
    @Path("/imports/{importId}")
    public Response progress(@RestPath long id, @RestPath UUID importId) {
        require(id);
        return Answer.json(200, imports.require(id, importId).view()).response();
    }

    /** The answer says how it ended: nothing of a cancelled import is stored, and all of one that was too far. */
    @DELETE
    @Path("/imports/{importId}")
    public Response cancel(@RestPath long id, @RestPath UUID importId) {
        require(id);
        return Answer.json(200, imports.require(id, importId).cancel(PATIENCE)).response();
    }

    @GET
    @Path("/imports/{importId}/refused/{part}")
    @Produces(MediaType.WILDCARD)
    public Response refused(@RestPath long id, @RestPath UUID importId, @RestPath int part) {
        require(id);
        Piece first = refused.piece(id, importId, part, 0)
                .orElseThrow(() -> ProblemException
                        .notFound("No such file of refused rows is there. They are kept for a day."));
        StreamingOutput file = out -> write(id, importId, part, first, out);
        return Response.ok(file, type(first.fileName()))
                .header("Content-Disposition", disposition(first.fileName()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** No connection to the database is held while a client takes its time. */
    private void write(long id, UUID importId, int part, Piece first, OutputStream out) throws IOException {
        Optional<Piece> next = Optional.of(first);
        for (int piece = 1; next.isPresent(); piece++) {
            out.write(next.get().content().getBytes(StandardCharsets.UTF_8));
            next = refused.piece(id, importId, part, piece);
        }
    }

    private void require(long id) {
        Person person = caller.person();
        transactions.read(() -> projects.require(id, person)).await().indefinitely();
    }

    private static String type(String fileName) {
        return TYPES.getOrDefault(fileName.substring(fileName.lastIndexOf('.') + 1), JSON_LINES);
    }

    private static String disposition(String fileName) {
        return "attachment; filename=\"" + fileName.replaceAll("[^A-Za-z0-9._ -]", "_") + "\"; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
