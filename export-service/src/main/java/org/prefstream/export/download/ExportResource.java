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

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
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

    private final ExportProject exportProject;
    private final Caller caller;
    private final Clock clock;

    ExportResource(ExportProject exportProject, Caller caller, Clock clock) {
        this.exportProject = exportProject;
        this.caller = caller;
        this.clock = clock;
    }

    /** Both spellings of the format's parameter are in use; files of the annotated data are never converted or fetched. */
    @GET
    @Blocking
    public Response export(@RestPath("id") long projectId, @RestQuery("exportType") @Nullable String exportType,
            @RestQuery("export_type") @Nullable String newExportType,
            @RestQuery("download_all_tasks") @Nullable String downloadAllTasks, @RestQuery("ids[]") List<String> ids,
            @Context HttpServerRequest http) {
        ExportRequest request = ExportRequest.of(projectId, exportType == null ? newExportType : exportType,
                downloadAllTasks, ids);
        exportProject.ready(caller.person(), projectId).await().indefinitely();
        FileName name = FileName.of(projectId, request.format(), clock.instant(),
                ThreadLocalRandom.current().nextInt());
        return Response.ok((StreamingOutput) out -> writeOrBreakOff(request, out, http))
                .header(HttpHeaders.CONTENT_TYPE, request.format().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.contentDisposition())
                .header("filename", name.text())
                .build();
    }

    /** Lists what there is to choose from. */
    @GET
    @Path("formats")
    public Uni<List<FormatView>> formats(@RestPath("id") long projectId) {
        return exportProject.visible(caller.person(), projectId).replaceWith(FormatView.ALL);
    }

    /** Half a file must never look like a whole one: without its last chunk the client knows that something is missing. */
    private void writeOrBreakOff(ExportRequest request, OutputStream out, HttpServerRequest http) throws IOException {
        try {
            exportProject.write(request, out);
        } catch (IOException e) {
            LOG.infof("nobody waits any more for an export of project=%d: %s", request.selection().projectId(), e);
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
