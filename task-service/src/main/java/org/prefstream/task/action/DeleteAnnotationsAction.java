package org.prefstream.task.action;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.WithdrawnAnnotations;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ChosenTasks;

/** Deletes the annotations of tasks, or those of one annotator. Annotation-service owns them, and withdraws what followed from them. */
@ApplicationScoped
class DeleteAnnotationsAction implements TaskAction {

    /** A set may wait for annotators who are judging its tasks. */
    private static final Duration SET_MAX = Duration.ofSeconds(30);

    private final ChosenTasks chosen;
    private final Peers peers;
    private final AcrossServices across;

    DeleteAnnotationsAction(ChosenTasks chosen, Peers peers, AcrossServices across) {
        this.chosen = chosen;
        this.peers = peers;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("delete_tasks_annotations", "Delete annotations", 101, "annotations.delete",
                "The annotations of the selected tasks are deleted, with what annotators have begun there. Their rows are withdrawn from the dataset. This cannot be undone.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        Map<String, Object> asked = new HashMap<>();
        asked.put("by", asking.person().id());
        asking.sent().whole("annotator", 1, Long.MAX_VALUE).ifPresent(annotator -> asked.put("annotator", annotator));
        across.known(project, Topic.TASKS).await().indefinitely();
        long deleted = chosen.inSets(project, choice.query(), set -> withdraw(project, set, asked));
        return new Done(deleted, false, "Deleted " + deleted + " annotations");
    }

    private long withdraw(long project, List<Long> set, Map<String, Object> asked) {
        Map<String, Object> question = new HashMap<>(asked);
        question.put("tasks", set);
        return peers
                .ask("annotation", "projects/" + project + "/annotations/withdrawal", question,
                        WithdrawnAnnotations.class, SET_MAX)
                .map(answer -> answer.orElseThrow(DeleteAnnotationsAction::unknown).annotations())
                .await()
                .indefinitely();
    }

    /** An older annotation-service, while a cluster is renewed. */
    private static ProblemException unknown() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service cannot delete annotations of many tasks yet. Try again shortly.");
    }
}
