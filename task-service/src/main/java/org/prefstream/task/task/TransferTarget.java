package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.project.Settings;

/**
 * The project that tasks are copied or moved to.
 *
 * @param overlap how many annotators its tasks need
 * @param required what its configuration shows of each task
 */
record TransferTarget(long projectId, int overlap, RequiredFields required) {

    private static final String READ = """
            select comparison_spec, settings from project where id = ? and deleted_at is null
            """;
    /** Its configuration stays as it is until the tasks are committed. */
    private static final String HOLD = READ.strip() + " for share";

    /** {@return the project as it is now} */
    static TransferTarget read(Connection connection, long projectId) throws SQLException {
        return read(connection, READ, projectId);
    }

    /** {@return the project, which nobody changes until the transaction ends} */
    static TransferTarget hold(Connection connection, long projectId) throws SQLException {
        return read(connection, HOLD, projectId);
    }

    private static TransferTarget read(Connection connection, String sql, long projectId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, projectId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw unknown();
                }
                return new TransferTarget(projectId, Settings.of(row.getString(2)).overlap(),
                        RequiredFields.of(Json.read(row.getString(1), ComparisonSpec.class)));
            }
        }
    }

    static ProblemException unknown() {
        return refused("No project has this id. Name one that you may add tasks to.");
    }

    static ProblemException refused(String message) {
        return ProblemException.invalid("to", message);
    }
}
