package org.prefstream.task.installation;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which Label Studio release this API speaks, in the keys that its SDKs read, and which Prefstream it is. They take any other
 * edition than Community for one that exports asynchronously.
 */
@Path("/api/version")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class VersionResource {

    private static final String RELEASE = "1.23.2";
    private static final String SHORT_RELEASE = "1.23";

    private final String version;

    VersionResource(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    @GET
    public Map<String, @Nullable Object> version() {
        Map<String, @Nullable Object> os = new LinkedHashMap<>();
        os.put("version", RELEASE);
        os.put("short_version", SHORT_RELEASE);
        os.put("latest_version_from_pypi", null);
        os.put("latest_version_upload_time", null);
        os.put("current_version_is_outdated", false);
        Map<String, Object> prefstream = Map.of("message", "Prefstream", "version", version);
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("release", RELEASE);
        view.put("label-studio-os-package", os);
        view.put("label-studio-os-backend", prefstream);
        view.put("label-studio-frontend", prefstream);
        view.put("dm2", prefstream);
        view.put("label-studio-converter", Map.of("version", version));
        view.put("edition", "Community");
        view.put("lsf", prefstream);
        view.put("backend", prefstream);
        view.put("prefstream", Map.of("version", version));
        return view;
    }
}
