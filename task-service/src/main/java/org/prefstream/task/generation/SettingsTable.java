package org.prefstream.task.generation;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** How projects have their answers given, in the session of the caller. */
@ApplicationScoped
class SettingsTable {

    private static final String READ = "select settings, api_key from generation_settings where project_id = ?1 and kind = ?2";
    private static final String WRITE = """
            insert into generation_settings (project_id, kind, settings, api_key, updated_by, updated_at)
            values (?1, ?5, ?2, cast(?3 as text), ?4, clock_timestamp())
            on conflict (project_id, kind) do update set settings = excluded.settings, api_key = excluded.api_key,
                updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """;
    private static final String AWAITING = """
            select count(*) from (select cast(?2 as text) as version) r join task t on t.project_id = ?1 and %s
            """;

    /** Settings as they are stored, with the key as it is encrypted. */
    record Stored(GenerationSettings settings, @Nullable String apiKey) {
    }

    /** {@return a project's settings, if it has some} */
    Uni<Optional<Stored>> of(long projectId, RunKind kind) {
        return session()
                .chain(session -> session.createNativeQuery(READ, Object[].class)
                        .setParameter(1, projectId)
                        .setParameter(2, kind.name())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Stored(GenerationSettings.parse(String.valueOf(found[0])),
                                (String) found[1])));
    }

    /** {@return a project's settings; refuses with a 400 if it has none, or they are switched off} */
    Uni<GenerationSettings> enabled(long projectId, RunKind kind) {
        return of(projectId, kind).map(found -> found.map(Stored::settings)
                .filter(GenerationSettings::enabled)
                .orElseThrow(() -> ProblemException.invalid("generation",
                        kind == RunKind.ANSWERS
                                ? "Say first which model answers: PUT /api/projects/" + projectId + "/generation."
                                : "Say first which model judges: PUT /api/projects/" + projectId
                                        + "/generation?kind=verdicts.")));
    }

    Uni<Void> write(long projectId, RunKind kind, Stored stored, long by) {
        return session().chain(session -> session.createNativeQuery(WRITE)
                .setParameter(1, projectId)
                .setParameter(2, stored.settings().json())
                .setParameter(3, stored.apiKey())
                .setParameter(4, by)
                .setParameter(5, kind.name())
                .executeUpdate()).replaceWithVoid();
    }

    /**
     * {@return for how many tasks of a project something is to be asked}
     *
     * @param version of the predictions that are to come; empty where they are none
     */
    Uni<Long> awaiting(long projectId, RunKind kind, String version) {
        return session().chain(session -> session.createNativeQuery(AWAITING.formatted(kind.open()), Long.class)
                .setParameter(1, projectId)
                .setParameter(2, version)
                .getSingleResult());
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
