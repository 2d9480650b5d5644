package org.prefstream.export.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.prefstream.export.download.Downloads;
import org.prefstream.export.download.DryRun;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.FileName;
import org.prefstream.export.download.Formats;
import org.prefstream.export.download.KnownParameters;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.KnownNames;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Snapshots of a project's rows, and the files that are made of them. */
@Path("/api/projects/{id}/snapshots")
@Authenticated
public class SnapshotResource {

    private static final int TITLE_LONGEST = 200;
    private static final int PAGE_ROWS = 100;
    private static final int KEYS_MOST = 1_000;
    /** The format of a file where none is named. */
    private static final String USUAL = "TRL";

    private final Snapshots snapshots;
    private final Downloads downloads;
    private final Formats formats;
    private final Caller caller;

    SnapshotResource(Snapshots snapshots, Downloads downloads, Formats formats, Caller caller) {
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.formats = formats;
        this.caller = caller;
    }

    /** Freezes the rows that the query's parameters select, as an export has them. The body has a title. */
    @POST
    public Uni<RestResponse<Snapshot>> make(@RestPath("id") long projectId, @Context UriInfo uri, Fields sent) {
        KnownNames.of(ExportRequest.SELECTING).require(uri);
        KnownNames.of("title").require(sent);
        String title = sent.text("title", TITLE_LONGEST).orElse("").strip();
        if (title.isEmpty()) {
            throw ProblemException.invalid("title", "This field is required.");
        }
        Map<String, List<String>> query = uri.getQueryParameters();
        Person person = caller.person();
        var wish = new MakeSnapshot.Wish(person.id(), title, query, ExportRequest.selecting(projectId, query, formats));
        return snapshots.make(person, wish).map(made -> RestResponse.status(RestResponse.Status.CREATED, made));
    }

    /** Lists the snapshots, the newest first. */
    @GET
    public Uni<ResultPage<Snapshot>> list(@RestPath("id") long projectId, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize, @Context UriInfo uri) {
        KnownNames.PAGE.require(uri);
        PageRequest wanted = PageRequest.of(page, pageSize, PAGE_ROWS);
        return snapshots.page(caller.person(), projectId, wanted)
                .map(found -> ResultPage.of(uri, wanted, found.count(), found.snapshots()));
    }

    /** Gives the manifest. */
    @GET
    @Path("{snapshot}")
    public Uni<Snapshot> find(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return snapshots.find(caller.person(), projectId, snapshotId);
    }

    /**
     * Makes a file of the frozen rows. The same format gives the same bytes, whenever it is asked for. A dry run says what the file would
     * hold instead.
     */
    @GET
    @Path("{snapshot}/export")
    public RestMulti<byte[]> export(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @Context UriInfo uri, @Context HttpServerRequest http) {
        KnownParameters.requireOfFrozen(uri.getQueryParameters(), formats);
        ExportRequest request = ExportRequest.ofFrozen(projectId, uri.getQueryParameters(), formats, USUAL);
        Person person = caller.person();
        return RestMulti.fromUniResponse(snapshots.whole(person, snapshotId, request),
                snapshot -> HttpMethod.HEAD.equals(http.method())
                        ? Multi.createFrom().empty()
                        : downloads.start(person, projectId, out -> write(snapshot, request, http, out)),
                snapshot -> headers(snapshot, request));
    }

    private void write(Snapshot snapshot, ExportRequest request, HttpServerRequest http, OutputStream out)
            throws IOException {
        if (request.isDryRun()) {
            snapshots.count(snapshot, request).write(out);
        } else {
            snapshots.write(snapshot, request, http.response()::putHeader, out);
        }
    }

    private static Map<String, List<String>> headers(Snapshot snapshot, ExportRequest request) {
        if (request.isDryRun()) {
            return DryRun.HEADERS;
        }
        FileName name = FileName.ofSnapshot(snapshot.projectId(), snapshot.id(), request);
        return Map.of(HttpHeaders.CONTENT_TYPE, List.of(request.sentFile().contentType()),
                HttpHeaders.CONTENT_DISPOSITION, List.of(name.contentDisposition()), "filename", List.of(name.text()));
    }

    /**
     * Says what lies between two snapshots.
     *
     * @param after the key behind which keys are wanted
     */
    @GET
    @Path("{from}/compare/{to}")
    public Uni<Comparison> compare(@RestPath("id") long projectId, @RestPath long from, @RestPath long to,
            @RestQuery @Nullable String after, @RestQuery @Nullable String limit, @Context UriInfo uri) {
        KnownNames.of("limit", "after").require(uri);
        return snapshots.compare(caller.person(), projectId, from, to, after == null ? "" : after, keys(limit));
    }

    private static int keys(@Nullable String limit) {
        if (limit == null) {
            return PAGE_ROWS;
        }
        if (!limit.matches("[1-9][0-9]{0,3}") || Integer.parseInt(limit) > KEYS_MOST) {
            throw ProblemException.invalid("limit", "must be a whole number from 1 to " + KEYS_MOST);
        }
        return Integer.parseInt(limit);
    }

    /** Deletes a snapshot. */
    @DELETE
    @Path("{snapshot}")
    public Uni<Void> delete(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return snapshots.delete(caller.person(), projectId, snapshotId);
    }

    /** Takes rows out of all snapshots of the project, for good. */
    @POST
    @Path("purge")
    public Uni<Purge.Purged> purge(@RestPath("id") long projectId, Fields sent, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        KnownNames.of("annotators", "annotations", "record_ids").require(sent);
        return snapshots.purge(caller.person(), projectId, Purge.of(sent));
    }
}
