package org.prefstream.task.project;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** Tells annotation-service what a project would be that nobody has stored, so that it can show tasks as they would look there. */
@ApplicationScoped
class PreviewedProjectRoute implements InternalRoute {

    /**
     * Either a project or why there can be none.
     *
     * @param project with the id 0
     * @param warnings what the configuration contains and is not understood
     * @param refused by each field that was sent and cannot be taken
     */
    record Previewed(
            @JsonProperty("project") @Nullable ProjectRecord project,
            @JsonProperty("warnings") List<String> warnings,
            @JsonProperty("refused") List<Refusal> refused) {
    }

    record Refusal(@JsonProperty("field") String field, @JsonProperty("message") String message) {

        static Refusal of(Violation violation) {
            return new Refusal(violation.field(), violation.message());
        }
    }

    @Override
    public String path() {
        return "previewed-project";
    }

    @Override
    public Uni<Previewed> answer(Map<String, String> parameters, String body) {
        return Uni.createFrom().item(() -> previewed(Fields.of(body)));
    }

    private static Previewed previewed(Fields sent) {
        try {
            LabelingConfig meaning = WriteProject.parse("label_config", WriteProject.config(sent, ""));
            Settings settings = Settings.NONE.with(sent);
            ProjectRecord project = settings.record(0, "", meaning.spec(),
                    settings.asking(meaning.layout(), meaning.isStyled()));
            return new Previewed(project, meaning.warnings(), List.of());
        } catch (ProblemException refused) {
            return new Previewed(null, List.of(), refused.violations().stream().map(Refusal::of).toList());
        }
    }
}
