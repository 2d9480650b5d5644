package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.labelstudio.task.TaskFingerprint;
import org.prefstream.task.project.Projects;
import org.prefstream.task.project.Settings;

/**
 * The project that an import goes to, as it was when the import began. It is not locked meanwhile: people go on changing it, and
 * the import asks at its end whether what it relied on still holds.
 *
 * @param allowsEmpty whether an annotation with an empty result is stored
 * @param required what a task must have to be taken
 * @param requiredToLabel what it must have before somebody labels it; not all of it is required where a model gives the answers
 * @param generatesAnswers whether a model gives answers that are missing
 * @param specSha256 names the spec: lower-case hex SHA-256 of its JSON as it is stored
 */
record TargetProject(
        long projectId,
        int overlap,
        boolean allowsEmpty,
        RequiredFields required,
        RequiredFields requiredToLabel,
        boolean generatesAnswers,
        ComparisonSpec spec,
        String specSha256) {

    private static final String READ = """
            select comparison_spec, settings, generates_answers from project where id = ? and deleted_at is null
            """;
    /** Whoever changes the project waits for the commit that follows, and this waits for whoever is changing it. */
    private static final String CONFIRM = READ.strip() + " for share";

    /** {@return what says which of its tasks are twins} */
    TaskFingerprint fingerprint() {
        return new TaskFingerprint(spec);
    }

    /** {@return the project; refuses with a 404 if there is none} */
    static TargetProject read(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Projects.unknown();
                }
                String stored = row.getString(1);
                Settings settings = Settings.of(row.getString(2));
                ComparisonSpec spec = Json.read(stored, ComparisonSpec.class);
                return new TargetProject(projectId, settings.overlap(), settings.allowsEmpty(),
                        row.getBoolean(3) ? RequiredFields.besideCandidates(spec) : RequiredFields.of(spec),
                        RequiredFields.of(spec), row.getBoolean(3), spec, Hashes.sha256(stored));
            }
        }
    }

    /**
     * Makes sure that the tasks may be committed now: that the project is there, and shows and asks what they were checked for.
     * The transaction of the caller must end at once.
     *
     * @throws ConfigurationChanged if they must be checked again
     */
    void confirm(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONFIRM)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Projects.unknown();
                }
                if (!Hashes.sha256(row.getString(1)).equals(specSha256)) {
                    throw new ConfigurationChanged();
                }
            }
        }
    }
}
