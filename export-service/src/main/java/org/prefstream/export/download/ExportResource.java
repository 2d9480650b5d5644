package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.contract.Topic;
import org.prefstream.export.format.FileType;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** A project's dataset as a file, at Label Studio's paths. */
@Path("/api/projects/{id}/export")
@Authenticated
public class ExportResource {

    private final ExportProject exportProject;
    private final Downloads downloads;
    private final Formats formats;
    private final Caller caller;
    private final Clock clock;
    private final TopicView topic;

    ExportResource(ExportProject exportProject, Downloads downloads, Formats formats, Caller caller, Clock clock,
            TopicNames names, TopicConfig kafka) {
        this.exportProject = exportProject;
        this.downloads = downloads;
        this.formats = formats;
        this.caller = caller;
        this.clock = clock;
        this.topic = new TopicView(names.onBroker(Topic.PREFERENCES), kafka.publicAddress().orElse(null));
    }

    /**
     * Writes the file while it reads the rows. Files that the data links to are never fetched or converted. Half a file must never
     * look like a whole one: the connection is broken off where something fails behind the first byte. A dry run says what the file
     * would hold instead.
     */
    @GET
    public RestMulti<byte[]> export(@RestPath("id") long projectId, @Context UriInfo uri,
            @Context HttpServerRequest http) {
        KnownParameters.require(uri.getQueryParameters(), formats);
        ExportRequest request = ExportRequest.of(projectId, uri.getQueryParameters(), formats);
        Person person = caller.person();
        request.requireMayHave(person);
        return RestMulti.fromUniResponse(exportProject.ready(person, projectId),
                ready -> HttpMethod.HEAD.equals(http.method())
                        ? Multi.createFrom().empty()
                        : downloads.start(person, projectId, out -> write(request, ready, http, out)),
                ready -> headers(request));
    }

    private void write(ExportRequest request, Positions ready, HttpServerRequest http, OutputStream out)
            throws IOException {
        if (request.isDryRun()) {
            exportProject.count(request, ready).write(out);
        } else {
            exportProject.write(request, ready, http.response()::putHeader, out);
        }
    }

    private Map<String, List<String>> headers(ExportRequest request) {
        if (request.isDryRun()) {
            return DryRun.HEADERS;
        }
        FileType file = request.sentFile();
        FileName name = FileName.of(request.selection().projectId(), request.part(), file, clock.instant(),
                ThreadLocalRandom.current().nextInt());
        return Map.of(HttpHeaders.CONTENT_TYPE, List.of(file.contentType()), HttpHeaders.CONTENT_DISPOSITION,
                List.of(name.contentDisposition()), "filename", List.of(name.text()));
    }

    /** Says where the dataset's topic is, to those who may have an export. */
    @GET
    @Path("topic")
    public Uni<TopicView> topic(@RestPath("id") long projectId) {
        Person person = caller.person();
        return exportProject.visible(person, projectId).map(visible -> {
            if (!person.manages()) {
                throw ProblemException
                        .forbidden("The topic holds everybody's judgements: only owners and managers may have it.");
            }
            return topic;
        });
    }

    /** Lists the formats that there are to choose from, and says for which of them the project can have nothing. */
    @GET
    @Path("formats")
    public Uni<List<FormatView>> formats(@RestPath("id") long projectId) {
        return exportProject.project(caller.person(), projectId)
                .map(project -> formats.all()
                        .stream()
                        .map(format -> FormatView.of(format, project.comparisonSpec()))
                        .toList());
    }
}
