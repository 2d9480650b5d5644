package org.prefstream.task.project;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.config.LabelingConfigInvalid;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;

import io.smallrye.mutiny.Uni;

/** Creates and changes projects, in the transaction of the caller. */
@ApplicationScoped
public class WriteProject {

    private static final String NOTHING_TO_LABEL_YET = "<View></View>";
    private static final int TITLE_SHORTEST = 3;
    private static final int TITLE_LONGEST = 50;
    private static final int CONFIG_LONGEST = 1_000_000;

    private final Projects projects;
    private final ProjectPublication publication;
    private final UsedControls usedControls;
    private final ComparisonSpecs specs;
    private final GuidelinesVersions guidelines;
    private final Clock clock;

    WriteProject(Projects projects, ProjectPublication publication, UsedControls usedControls, ComparisonSpecs specs,
            GuidelinesVersions guidelines, Clock clock) {
        this.projects = projects;
        this.publication = publication;
        this.usedControls = usedControls;
        this.specs = specs;
        this.guidelines = guidelines;
        this.clock = clock;
    }

    /** {@return a new project with the settings sent} */
    public Uni<Project> create(Fields sent, long createdBy) {
        refuseUnsupported(sent);
        String xml = config(sent, NOTHING_TO_LABEL_YET);
        Project project = new Project(title(sent, ""), Settings.NONE.with(sent), xml, parse("label_config", xml),
                createdBy, clock.instant());
        return projects.persistAndFlush(project)
                .call(specs::keep)
                .call(() -> guidelines.keepChanged(project, "", createdBy))
                .call(publication::publish);
    }

    /**
     * {@return the project with the settings sent; refuses a configuration that existing answers contradict}
     *
     * @param changedBy who sends them: other guidelines than those before are a new version of this author
     */
    Uni<Project> change(long id, Fields sent, long changedBy) {
        refuseUnsupported(sent);
        return projects.requireLocked(id)
                .call(project -> configure(project, sent))
                .invoke(project -> project.rename(title(sent, project.title())))
                .call(project -> set(project, sent, changedBy))
                .call(publication::publish);
    }

    /**
     * {@return what a configuration means}
     *
     * @throws ProblemException 400 for the field, with every message of the parser
     */
    static LabelingConfig parse(String field, String xml) {
        try {
            return LabelingConfig.parse(xml.strip());
        } catch (LabelingConfigInvalid e) {
            throw ProblemException.invalid(String.join("; ", e.messages()),
                    e.messages().stream().map(message -> new Violation(field, message)).toList());
        }
    }

    private Uni<Void> set(Project project, Fields sent, long changedBy) {
        String before = project.settings().guidelines();
        project.set(project.settings().with(sent));
        return guidelines.keepChanged(project, before, changedBy);
    }

    private Uni<Void> configure(Project project, Fields sent) {
        String xml = config(sent, project.labelConfig());
        if (xml.strip().equals(project.labelConfig())) {
            return Uni.createFrom().voidItem();
        }
        LabelingConfig meaning = parse("label_config", xml);
        return usedControls.requireIn(project, meaning.spec())
                .invoke(() -> project.configure(xml, meaning))
                .chain(() -> specs.keep(project));
    }

    /** {@return the configuration sent, or another one where none was} */
    static String config(Fields sent, String otherwise) {
        return sent.text("label_config", CONFIG_LONGEST).orElse(otherwise);
    }

    private static String title(Fields sent, String otherwise) {
        String title = sent.text("title", TITLE_LONGEST).orElse(otherwise);
        if (sent.has("title") && title.codePointCount(0, title.length()) < TITLE_SHORTEST) {
            throw ProblemException.invalid("title",
                    "Ensure this field has at least " + TITLE_SHORTEST + " characters.");
        }
        return title;
    }

    /** A secret that would be kept for nothing is not taken. */
    private static void refuseUnsupported(Fields sent) {
        for (String name : List.of("task_data_login", "task_data_password")) {
            if (!sent.text(name, CONFIG_LONGEST).orElse("").isEmpty()) {
                throw ProblemException.invalid(name,
                        "Task data is not fetched from elsewhere, so credentials for it are not kept. Leave it out.");
            }
        }
    }
}
