package org.prefstream.task.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.labeling.Templates;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.WriteProject;
import org.prefstream.task.task.WriteTask;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A project with prompts and answers of our own, so that a newcomer labels something at once. */
@ApplicationScoped
class SampleProject {

    private static final String TASKS = "/sample/tasks.json";
    private static final String INSTRUCTION = "Read the prompt, then both answers, and choose the one that you would rather "
            + "have got: first what is right, then what helps, then what is pleasant to read. Skip what you cannot judge.";

    private final WriteProject writeProject;
    private final WriteTask writeTask;

    SampleProject(WriteProject writeProject, WriteTask writeTask) {
        this.writeProject = writeProject;
        this.writeTask = writeTask;
    }

    /** Makes the project in the transaction of the caller. */
    Uni<Void> make(long owner) {
        Fields fields = Fields.of(Json.write(Map.of("title", "Sample: which answer is better?", "description",
                "24 prompts with two answers each, to try Prefstream with. Delete it whenever you like.",
                "expert_instruction", INSTRUCTION, "label_config", Templates.all().get(0).config())));
        return writeProject.create(fields, owner).chain(project -> addTasks(project, owner));
    }

    private Uni<Void> addTasks(Project project, long owner) {
        return Multi.createFrom()
                .iterable(tasks())
                .onItem()
                .transformToUniAndConcatenate(task -> writeTask.add(project, task, owner))
                .collect()
                .last();
    }

    private static List<Map<String, Object>> tasks() {
        try (InputStream in = SampleProject.class.getResourceAsStream(TASKS)) {
            String json = new String(Objects.requireNonNull(in, TASKS).readAllBytes(), StandardCharsets.UTF_8);
            return Json.readList(json).stream().map(task -> Objects.requireNonNull(Json.asObject(task))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
