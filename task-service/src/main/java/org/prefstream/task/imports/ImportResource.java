package org.prefstream.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.task.imports.ImportPlaces.Place;
import org.prefstream.task.imports.read.ImportFormat;
import org.prefstream.task.imports.read.ImportInvalid;

import io.smallrye.common.annotation.Blocking;

/** Imports, as a body or as files of a form. */
@jakarta.ws.rs.Path("/api/projects/{id}/import")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@ImportResource.Admitted
public class ImportResource {

    /** Marks what needs a place among the imports. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Admitted {
    }

    private final Caller caller;
    private final ImportAdmission admission;
    private final ImportTasks importTasks;
    private final ImportConfig config;

    ImportResource(Caller caller, ImportAdmission admission, ImportTasks importTasks, ImportConfig config) {
        this.caller = caller;
        this.admission = admission;
        this.importTasks = importTasks;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response ofBody(@RestPath long id, InputStream body, UriInfo uri, HttpHeaders headers,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long length) throws IOException {
        ImportOptions options = ImportOptions.of(uri.getQueryParameters(), headers.getHeaderString("Idempotency-Key"));
        long most = config.maxBytes().asLongValue();
        try (Place place = admission.hold(); Spool spool = Spool.open(config)) {
            ImportFormat.refuseEncoding(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
            Upload.requireAtMost(length == null ? 0 : length, most);
            Upload upload = Upload.ofBody(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE), spool.file(), most);
            return store(place, id, List.of(upload), options);
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ofForm(@RestPath long id, Fields form, UriInfo uri, HttpHeaders headers) throws IOException {
        ImportOptions options = ImportOptions.of(uri.getQueryParameters(), headers.getHeaderString("Idempotency-Key"));
        try (Place place = admission.hold()) {
            return ofFields(place, id, form, options);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ofFiles(@RestPath long id, MultipartFormDataInput form, UriInfo uri, HttpHeaders headers)
            throws IOException {
        ImportOptions options = ImportOptions.of(uri.getQueryParameters(), headers.getHeaderString("Idempotency-Key"));
        try (Place place = admission.hold()) {
            List<Upload> uploads = FormTask.files(form, config.maxBytes().asLongValue());
            return uploads.isEmpty()
                    ? ofFields(place, id, FormTask.fields(form), options)
                    : store(place, id, uploads, options);
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    /** Label Studio takes the fields of a form without files for the data of one task. */
    private Response ofFields(Place place, long id, Fields form, ImportOptions options) throws IOException {
        try (Spool spool = Spool.open(config)) {
            return store(place, id, List.of(FormTask.upload(form, spool.file())), options);
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    private Response store(Place place, long id, List<Upload> uploads, ImportOptions options) throws IOException {
        Request request = new Request(caller.person().id(), "POST", "/api/projects/" + id + "/import", options.key(),
                options.key() == null ? "" : options.fingerprint() + "\n" + fingerprint(uploads));
        return importTasks.store(place, id, uploads, options, admission.progress(), request).response();
    }

    /** Hashing all that was sent costs a good part of storing it: only a key asks for it. */
    private static String fingerprint(List<Upload> uploads) throws IOException {
        List<String> fingerprints = new ArrayList<>();
        for (Upload upload : uploads) {
            fingerprints.add(upload.fingerprint());
        }
        return String.join("\n", fingerprints);
    }
}
