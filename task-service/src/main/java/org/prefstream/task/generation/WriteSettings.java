package org.prefstream.task.generation;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.generation.SettingsTable.Stored;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import io.smallrye.mutiny.Uni;

/** Changes how a project has its answers given, in the transaction of the caller. */
@ApplicationScoped
class WriteSettings {

    private static final int KEY_LONGEST = 4_000;

    private final Projects projects;
    private final SettingsTable table;
    private final SealedKeys keys;

    WriteSettings(Projects projects, SettingsTable table, SealedKeys keys) {
        this.projects = projects;
        this.table = table;
        this.keys = keys;
    }

    /** {@return the settings as they are stored from now on} */
    Uni<Stored> put(long projectId, RunKind kind, Fields sent, long by) {
        GenerationSettings settings = GenerationSettings.of(kind, sent);
        return projects.requireLocked(projectId)
                .invoke(project -> check(project, kind, settings))
                .chain(project -> table.of(projectId, kind))
                .map(former -> new Stored(settings, key(projectId, settings, sent, former)))
                .call(stored -> table.write(projectId, kind, stored, by));
    }

    private static void check(Project project, RunKind kind, GenerationSettings settings) {
        if (kind == RunKind.VERDICTS) {
            JudgedPair.of(project.spec());
            return;
        }
        if (settings.enabled()) {
            AnswerPlaces.of(project.spec(), settings.answersPerPrompt());
        }
        project.generateAnswers(settings.enabled());
    }

    private @Nullable String key(long projectId, GenerationSettings settings, Fields sent, Optional<Stored> former) {
        if (sent.has("api_key") && sent.get("api_key") != null) {
            String key = sentKey(sent);
            return key.isEmpty() ? null : keys.seal(key, projectId, settings.address());
        }
        String kept = former.map(Stored::apiKey).orElse(null);
        if (kept != null && !isSameAddress(former, settings)) {
            throw ProblemException.invalid("api_key",
                    "The stored key is for another address, and is sent to no other. Enter the key for "
                            + settings.baseUrl() + ", or an empty one for none.");
        }
        return kept;
    }

    /** {@return the key that was sent, without white space around it} */
    static String sentKey(Fields sent) {
        String key = sent.text("api_key", KEY_LONGEST).orElse("").strip();
        if (!key.matches("[\\x21-\\x7e]*")) {
            throw ProblemException.invalid("api_key",
                    "May have letters, digits and signs of ASCII only, and no blanks.");
        }
        return key;
    }

    /** {@return whether a stored key may be sent where these settings say: behind one host may be servers of many people} */
    static boolean isSameAddress(Optional<Stored> former, GenerationSettings settings) {
        return former.isPresent() && former.get().settings().address().whole().equals(settings.address().whole());
    }
}
