package org.prefstream.task.action;

import java.time.Duration;
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

/**
 * Has tasks asked again that were skipped, also of those who skipped them. Annotation-service withdraws the skips; judgements, and tasks
 * that people hold, stay.
 */
@ApplicationScoped
class RequeueAction implements TaskAction {

    /** A set may wait for annotators who are judging its tasks. */
    private static final Duration SET_MAX = Duration.ofSeconds(30);

    private final ChosenTasks chosen;
    private final Peers peers;
    private final AcrossServices across;

    RequeueAction(ChosenTasks chosen, Peers peers, AcrossServices across) {
        this.chosen = chosen;
        this.peers = peers;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("requeue", "Ask again", 96, "annotations.delete",
                "The skips of the selected tasks are withdrawn, so that the tasks are asked again, also of those who skipped them. Judgements stay. This cannot be undone.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        across.known(project, Topic.TASKS).await().indefinitely();
        long withdrawn = chosen.inSets(project, choice.query(), set -> withdraw(project, set, asking.person().id()));
        return new Done(withdrawn, false, "Withdrew " + withdrawn + " skips");
    }

    private long withdraw(long project, List<Long> set, long by) {
        return peers
                .ask("annotation", "projects/" + project + "/skips/withdrawal", Map.of("tasks", set, "by", by),
                        WithdrawnAnnotations.class, SET_MAX)
                .map(answer -> answer.orElseThrow(RequeueAction::unknown).annotations())
                .await()
                .indefinitely();
    }

    /** An older annotation-service, while a cluster is renewed. */
    private static ProblemException unknown() {
        return new ProblemException(ProblemType.PEER_UNREACHABLE,
                "The annotation service cannot withdraw skips yet. Try again shortly.");
    }
}
