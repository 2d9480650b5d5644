package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.project.Projects;
import org.prefstream.task.project.Settings;

/**
 * The project that an import goes to, locked: its tasks are numbered without gaps.
 *
 * @param lastInnerId number of the last task given out before
 * @param allowsEmpty whether an annotation with an empty result is stored
 * @param specSha256 names the spec: lower-case hex SHA-256 of its JSON as it is stored
 */
record LockedProject(
        long projectId,
        long lastInnerId,
        int overlap,
        boolean allowsEmpty,
        RequiredFields required,
        ComparisonSpec spec,
        String specSha256) {

    private static final String LOCK = """
            select last_inner_id, settings, comparison_spec from project
            where id = ? and deleted_at is null for no key update
            """;

    /** {@return the project; refuses with a 404 if there is none} */
    static LockedProject lock(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw Projects.unknown();
                }
                Settings settings = Settings.of(row.getString(2));
                String stored = row.getString(3);
                ComparisonSpec spec = Json.read(stored, ComparisonSpec.class);
                return new LockedProject(projectId, row.getLong(1), settings.overlap(), settings.allowsEmpty(),
                        RequiredFields.of(spec), spec, Hashes.sha256(stored));
            }
        }
    }

    /** Notes how many numbers were given out. */
    void advance(Connection connection, long tasks) throws SQLException {
        try (PreparedStatement update = connection
                .prepareStatement("update project set last_inner_id = ? where id = ?")) {
            update.setLong(1, lastInnerId + tasks);
            update.setLong(2, projectId);
            update.executeUpdate();
        }
    }
}
