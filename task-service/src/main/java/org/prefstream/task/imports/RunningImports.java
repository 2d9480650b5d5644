package org.prefstream.task.imports;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.ext.web.RoutingContext;

/**
 * The imports of this process, by project and by the id that their sender gave them: those that are under way, and the last ones that
 * have ended. Nothing of it outlives the process, and neither does an import.
 */
@ApplicationScoped
class RunningImports {

    static final String HEADER = "Import-Id";
    /** Those that are under way are fewer than their places. */
    private static final int KEPT = 1_000;
    private static final Pattern PROJECT = Pattern.compile("/api/projects/([0-9]{1,18})/import/?");

    private final Map<Key, ImportProgress> all = new LinkedHashMap<>();

    private record Key(long projectId, UUID id) {
    }

    /** {@return the progress of the import that a request brings; that of an earlier request which brought the same one} */
    ImportProgress enter(RoutingContext request) {
        UUID id = id(request.request().getHeader(HEADER));
        Matcher project = PROJECT.matcher(request.normalizedPath());
        return id == null || !project.matches()
                ? new ImportProgress(UUID.randomUUID())
                : enter(Long.parseLong(project.group(1)), id);
    }

    private synchronized ImportProgress enter(long projectId, UUID id) {
        Key key = new Key(projectId, id);
        ImportProgress known = all.get(key);
        if (known != null && known.isAlive()) {
            return known;
        }
        all.remove(key);
        ImportProgress entered = new ImportProgress(id);
        all.put(key, entered);
        Iterator<ImportProgress> oldest = all.values().iterator();
        while (all.size() > KEPT && oldest.hasNext()) {
            if (oldest.next().isEnded()) {
                oldest.remove();
            }
        }
        return entered;
    }

    /** {@return the import of that id; refuses with a 404 if there is none} */
    synchronized ImportProgress require(long projectId, UUID id) {
        return Optional.ofNullable(all.get(new Key(projectId, id)))
                .orElseThrow(() -> ProblemException
                        .notFound("No import of this id is under way in the project, nor has one ended lately."));
    }

    private static @Nullable UUID id(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(HEADER,
                    "must be a UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b, by which the import's progress is asked for");
        }
    }
}
