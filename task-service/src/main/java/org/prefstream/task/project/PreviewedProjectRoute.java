package org.prefstream.task.project;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.projection.PreviewedProject;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Tells annotation-service what a project would be that nobody has stored, so that it can show tasks as they would look there. */
@ApplicationScoped
class PreviewedProjectRoute implements InternalRoute {

    @Override
    public String path() {
        return "previewed-project";
    }

    @Override
    public Uni<PreviewedProject> answer(Map<String, String> parameters, String body) {
        return Uni.createFrom().item(() -> previewed(Fields.of(body)));
    }

    private static PreviewedProject previewed(Fields sent) {
        try {
            LabelingConfig meaning = WriteProject.parse("label_config", WriteProject.config(sent, ""));
            Settings settings = Settings.NONE.with(sent);
            ProjectRecord project = settings.record(0, "", meaning.spec(),
                    settings.asking(meaning.layout(), meaning.isStyled()), 0, null);
            return new PreviewedProject(project, meaning.warnings(), List.of());
        } catch (ProblemException refused) {
            return new PreviewedProject(null, List.of(), refused.violations());
        }
    }
}
