package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.security.Caller;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** A project's dataset as a file, at Label Studio's paths. */
@Path("/api/projects/{id}/export")
@Authenticated
public class ExportResource {

    private static final Logger LOG = Logger.getLogger(ExportResource.class);

    /** The header that says, in a sentence for people, why a file has no rows. */
    private static final String EMPTY = "Prefstream-Empty";

    private final ExportProject exportProject;
    private final Formats formats;
    private final Caller caller;
    private final Clock clock;

    ExportResource(ExportProject exportProject, Formats formats, Caller caller, Clock clock) {
        this.exportProject = exportProject;
        this.formats = formats;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes the file while it reads the rows. Files that the data links to are never fetched or converted. */
    @GET
    @Blocking
    public Response export(@RestPath("id") long projectId, @Context UriInfo uri, @Context HttpServerRequest http) {
        ExportRequest request = ExportRequest.of(projectId, uri.getQueryParameters(), formats);
        Positions ready = exportProject.ready(caller.person(), projectId).await().indefinitely();
        FileName name = FileName.of(projectId, request.format(), clock.instant(),
                ThreadLocalRandom.current().nextInt());
        return Response.ok((StreamingOutput) out -> writeOrBreakOff(request, ready, out, http))
                .header(HttpHeaders.CONTENT_TYPE, request.format().card().file().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.contentDisposition())
                .header("filename", name.text())
                .build();
    }

    /** Lists the formats that there are to choose from. */
    @GET
    @Path("formats")
    public Uni<List<FormatView>> formats(@RestPath("id") long projectId) {
        return exportProject.visible(caller.person(), projectId)
                .map(visible -> formats.all().stream().map(format -> FormatView.of(format.card())).toList());
    }

    /** Half a file must never look like a whole one. Without the last chunk the client knows that something is missing. */
    private void writeOrBreakOff(ExportRequest request, Positions ready, OutputStream out, HttpServerRequest http)
            throws IOException {
        try {
            exportProject.write(request, ready, why -> http.response().putHeader(EMPTY, why), out);
        } catch (IOException e) {
            LOG.infof("the client left an export of project=%d: %s", request.selection().projectId(), e);
            http.connection().close();
        } catch (RuntimeException | Error e) {
            if (http.response().headWritten()) {
                LOG.errorf("broke off an export of project=%d", request.selection().projectId());
                http.connection().close();
            }
            throw e;
        }
    }
}
