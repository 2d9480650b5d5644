package org.prefstream.task.installation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.view.Release;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which Label Studio release this API speaks, in the keys that its SDKs read, and which Prefstream it is. They take any other
 * edition than Community for one that exports asynchronously.
 */
@Path("/api/version")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    private final View view;

    VersionResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.view = View.of(version);
    }

    /** {@return the release and the versions of every part that Label Studio names} */
    @GET
    public View version() {
        return view;
    }

    /** The answer, in Label Studio's keys and their order, and {@code prefstream}, which is ours. */
    public record View(
            @JsonProperty("release") String release,
            @JsonProperty("label-studio-os-package") OsPackage osPackage,
            @JsonProperty("label-studio-os-backend") Part osBackend,
            @JsonProperty("label-studio-frontend") Part labelStudioFrontend,
            @JsonProperty("dm2") Part dataManager,
            @JsonProperty("label-studio-converter") Version converter,
            @JsonProperty("edition") String edition,
            @JsonProperty("lsf") Part frontend,
            @JsonProperty("backend") Part backend,
            @JsonProperty("prefstream") Version prefstream) {

        private static View of(String version) {
            Part part = new Part("Prefstream", version);
            Version own = new Version(version);
            return new View(Release.VERSION, new OsPackage(Release.VERSION, Release.SHORT_VERSION, null, null, false),
                    part, part, part, own, "Community", part, part, own);
        }
    }

    /** Label Studio's package on PyPI; whether a newer one is there is not asked. */
    public record OsPackage(
            @JsonProperty("version") String version,
            @JsonProperty("short_version") String shortVersion,
            @JsonProperty("latest_version_from_pypi") @Nullable String latestVersion,
            @JsonProperty("latest_version_upload_time") @Nullable String latestUploadTime,
            @JsonProperty("current_version_is_outdated") boolean outdated) {
    }

    /** A part of the program, with what its last commit said in Label Studio. */
    public record Part(@JsonProperty("message") String message, @JsonProperty("version") String version) {
    }

    /** A version alone. */
    public record Version(@JsonProperty("version") String version) {
    }
}
