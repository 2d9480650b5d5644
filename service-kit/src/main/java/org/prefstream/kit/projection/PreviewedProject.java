package org.prefstream.kit.projection;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.error.ProblemException.Violation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A project that nobody has stored, as task-service answers who wants to show tasks in it; or why there can be none.
 *
 * @param project with the id 0; null where something was refused
 * @param warnings what its configuration contains and is not understood
 * @param refused what was sent and cannot be taken, by its fields
 */
public record PreviewedProject(
        @JsonProperty("project") @Nullable ProjectRecord project,
        @JsonProperty("warnings") List<String> warnings,
        @JsonProperty("refused") List<Violation> refused) {

    public PreviewedProject {
        warnings = List.copyOf(warnings);
        refused = List.copyOf(refused);
    }
}
