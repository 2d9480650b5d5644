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

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Flags;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
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

    /** What may be asked of an import beside its tasks. */
    private record Options(boolean withIds, @Nullable String key) {

        static Options of(@Nullable String withIds, @Nullable String commit, @Nullable String fields,
                @Nullable String key) {
            if (commit != null && !Flags.isYes(commit)) {
                throw ProblemException.invalid("commit_to_project",
                        "false is not supported: tasks are always stored in the project");
            }
            if (fields != null && !fields.isBlank()) {
                throw ProblemException.invalid("preannotated_from_fields",
                        "is not supported yet; send predictions with the tasks");
            }
            return new Options(Flags.isYes(withIds), key);
        }
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response ofBody(@RestPath long id, InputStream body, @RestQuery("return_task_ids") @Nullable String withIds,
            @RestQuery("commit_to_project") @Nullable String commit,
            @RestQuery("preannotated_from_fields") @Nullable String fields,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @RestHeader(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @RestHeader(HttpHeaders.CONTENT_LENGTH) @Nullable Long length) throws IOException {
        Options options = Options.of(withIds, commit, fields, key);
        long most = config.maxBytes().asLongValue();
        try (Place place = admission.hold(); Spool spool = Spool.open(config)) {
            ImportFormat.refuseEncoding(encoding);
            Upload.requireAtMost(length == null ? 0 : length, most);
            return store(place, id, List.of(Upload.ofBody(body, contentType, spool.file(), most)), options);
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ofForm(@RestPath long id, Fields form, @RestQuery("return_task_ids") @Nullable String withIds,
            @RestQuery("commit_to_project") @Nullable String commit,
            @RestQuery("preannotated_from_fields") @Nullable String fields,
            @RestHeader("Idempotency-Key") @Nullable String key) throws IOException {
        Options options = Options.of(withIds, commit, fields, key);
        try (Place place = admission.hold()) {
            return ofFields(place, id, form, options);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response ofFiles(@RestPath long id, MultipartFormDataInput form,
            @RestQuery("return_task_ids") @Nullable String withIds,
            @RestQuery("commit_to_project") @Nullable String commit,
            @RestQuery("preannotated_from_fields") @Nullable String fields,
            @RestHeader("Idempotency-Key") @Nullable String key) throws IOException {
        Options options = Options.of(withIds, commit, fields, key);
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
    private Response ofFields(Place place, long id, Fields form, Options options) throws IOException {
        try (Spool spool = Spool.open(config)) {
            return store(place, id, List.of(FormTask.upload(form, spool.file())), options);
        } catch (ImportInvalid refused) {
            throw refused.problem();
        }
    }

    private Response store(Place place, long id, List<Upload> uploads, Options options) throws IOException {
        Request request = new Request(caller.person().id(), "POST", "/api/projects/" + id + "/import", options.key(),
                options.key() == null ? "" : options.withIds() + "\n" + fingerprint(uploads));
        return importTasks.store(place, id, uploads, options.withIds(), request).response();
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
