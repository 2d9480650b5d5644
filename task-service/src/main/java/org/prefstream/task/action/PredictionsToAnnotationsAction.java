package org.prefstream.task.action;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.ResultCheck;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Expansion;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.PredictedTasks;
import org.prefstream.task.task.PredictedTasks.Predicted;

/**
 * Makes annotations of predictions, whose author is the caller. All of them are looked at before the first one is made. Each has a
 * {@code unique_id} that follows from its prediction, so that it is made once, however often this is done.
 */
@ApplicationScoped
class PredictionsToAnnotationsAction implements TaskAction {

    private static final String VERSION = "model_version";
    private static final int VERSIONS_MAX = 1_000;
    /** Annotation-service takes bulk requests of 16 MiB and 1,000 annotations. */
    private static final int BULK_MAX = 1_000;
    private static final int BULK_BYTES_MAX = 12 * 1024 * 1024;

    private final ChosenTasks chosen;
    private final PredictedTasks predicted;
    private final Projects projects;
    private final AsCaller annotations;
    private final Transactions transactions;
    private final AcrossServices across;

    PredictionsToAnnotationsAction(ChosenTasks chosen, PredictedTasks predicted, Projects projects,
            AsCaller annotations, Transactions transactions, AcrossServices across) {
        this.chosen = chosen;
        this.predicted = predicted;
        this.projects = projects;
        this.annotations = annotations;
        this.transactions = transactions;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("predictions_to_annotations", "Create annotations from predictions", 91, "tasks.change",
                "The predictions of the selected tasks become annotations, and you their author. \"model_version\" takes those of some models only.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long id = choice.projectId();
        Predicate<String> versions = versions(asking);
        Project project = transactions.read(() -> projects.require(id, asking.person())).await().indefinitely();
        chosen.inSets(id, choice.query(), set -> {
            of(id, set, versions).forEach(each -> check(each, project));
            return 0;
        });
        across.known(id, Topic.TASKS).await().indefinitely();
        long created = chosen.inSets(id, choice.query(), set -> create(of(id, set, versions), asking));
        across.annotationsOf(id).await().indefinitely();
        return new Done(created, created > 0, "Created " + created + " annotations");
    }

    private List<Predicted> of(long project, List<Long> set, Predicate<String> versions) {
        return transactions.read(() -> predicted.without(project, set, versions)).await().indefinitely();
    }

    /** Label Studio's clients send one model, a list of them, or null for all. */
    private static Predicate<String> versions(TaskAction.Asking asking) {
        Object sent = asking.sent().json(VERSION).orElse(null);
        if (sent == null) {
            return version -> true;
        }
        if (sent instanceof String one) {
            return one::equals;
        }
        if (sent instanceof List<?> list && list.size() <= VERSIONS_MAX
                && list.stream().allMatch(String.class::isInstance)) {
            Set<String> all = list.stream().map(String.class::cast).collect(Collectors.toSet());
            return all::contains;
        }
        throw ProblemException.invalid(VERSION, "Must be a model's name, a list of them, or null for all.");
    }

    private static void check(Predicted each, Project project) {
        ComparisonSpec spec = Expansion.of(project.spec(), each.data());
        try {
            ResultCheck.accepted(spec, Comparison.all(spec, each.data()), each.result());
            ResultCheck.requireAnswer(each.result(), false, project.allowsEmpty());
        } catch (ProblemException refused) {
            throw refused(each.id(), each.taskId(), refused.detail());
        }
    }

    private static ProblemException refused(long prediction, long task, String why) {
        return ProblemException.invalid("selectedItems", "Prediction " + prediction + " of task " + task
                + " cannot become an annotation: " + why + " Leave the task out, or change the prediction.");
    }

    private long create(List<Predicted> all, Asking asking) {
        long created = 0;
        List<Predicted> bulk = new ArrayList<>();
        long bytes = 0;
        for (Predicted each : all) {
            int size = Json.write(each.result()).getBytes(StandardCharsets.UTF_8).length;
            if (!bulk.isEmpty() && (bulk.size() == BULK_MAX || bytes + size > BULK_BYTES_MAX)) {
                created += send(bulk, asking);
                bulk.clear();
                bytes = 0;
            }
            bulk.add(each);
            bytes += size;
        }
        return bulk.isEmpty() ? created : created + send(bulk, asking);
    }

    private int send(List<Predicted> bulk, Asking asking) {
        String body = Json.write(bulk.stream().map(PredictionsToAnnotationsAction::submit).toList());
        AsCaller.Response response = annotations.post("/api/annotations/bulk", body, asking.header())
                .await()
                .indefinitely();
        if (response.status() != 200) {
            throw new ProblemException(ProblemType.PEER_UNREACHABLE,
                    "The annotation service did not take the annotations. Try again shortly.");
        }
        List<Object> answers = Json.readList(response.body());
        int stored = 0;
        for (int i = 0; i < bulk.size(); i++) {
            stored += isStored(bulk.get(i), Json.asObject(answers.get(i))) ? 1 : 0;
        }
        return stored;
    }

    private static Map<String, Object> submit(Predicted each) {
        Map<String, Object> submit = new LinkedHashMap<>();
        submit.put("task", each.taskId());
        submit.put("result", each.result());
        submit.put("unique_id", each.uniqueId().toString());
        submit.put("parent_prediction", each.id());
        return submit;
    }

    /** {@return whether it is; a task may have been deleted since it was looked at. Refused where the configuration was changed since} */
    private static boolean isStored(Predicted each, @Nullable Map<String, Object> answer) {
        if (answer == null || !(answer.get("status") instanceof Integer status) || status >= 500) {
            throw new ProblemException(ProblemType.PEER_UNREACHABLE,
                    "The annotation service has stored some of the annotations. Send the request again for the others.");
        }
        if (status >= 400 && status != 404) {
            Map<String, Object> error = Json.asObject(answer.get("error"));
            throw refused(each.id(), each.taskId(), error == null ? "" : String.valueOf(error.get("detail")));
        }
        return status < 400;
    }
}
