package org.prefstream.task.project;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.ProjectView;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;
import org.prefstream.task.people.OrganizationResource;
import org.prefstream.task.project.Progress.Counts;

/** Shows projects in Label Studio's form. */
final class ProjectViews {

    private ProjectViews() {
    }

    /**
     * {@return the whole object}
     *
     * @param creator who made it; null where the account is gone
     * @param counts how far it is; null in the answer that creates it
     * @param members how many annotators are members; null in the answer that creates it
     * @param toManagers whether it is for people who manage projects
     */
    static ProjectView of(Project project, @Nullable Account creator, @Nullable Counts counts, @Nullable Long members,
            boolean toManagers) {
        Settings set = project.settings();
        Map<String, Object> controls = project.parsedLabelConfig();
        String pinnedAt = set.text(Setting.PINNED_AT);
        return new ProjectView(project.id(), project.title(), set.text(Setting.DESCRIPTION), project.labelConfig(),
                set.text(Setting.INSTRUCTION), set.flag(Setting.SHOW_INSTRUCTION), set.flag(Setting.SHOW_SKIP),
                set.flag(Setting.ALLOW_EMPTY), set.flag(Setting.SHOW_HISTORY), OrganizationResource.ONLY,
                set.text(Setting.COLOR), set.whole(Setting.OVERLAP), set.flag(Setting.PUBLISHED),
                set.text(Setting.MODEL_VERSION), set.flag(Setting.DRAFT),
                creator == null ? null : AccountViews.brief(creator), project.createdAt(),
                set.whole(Setting.ANNOTATIONS_TO_TRAIN), set.flag(Setting.TRAIN_ON_UPDATE),
                set.flag(Setting.SHOW_PREDICTIONS), count(counts, Counts::annotated), count(counts, Counts::tasks),
                count(counts, Counts::useful), count(counts, Counts::groundTruths), count(counts, Counts::skipped),
                count(counts, Counts::annotations), count(counts, Counts::predictions), set.text(Setting.SAMPLING),
                set.flag(Setting.GROUND_TRUTH_FIRST), set.flag(Setting.EVALUATE_ANNOTATORS),
                set.flag(Setting.OVERLAP_FIRST), set.whole(Setting.OVERLAP_PERCENTAGE), null, null,
                project.controlWeights(), controls, set.flag(Setting.EVALUATE_PREDICTIONS), !controls.isEmpty(),
                set.text(Setting.SKIP_QUEUE), set.flag(Setting.REVEAL_PREANNOTATIONS),
                pinnedAt.isEmpty() ? null : pinnedAt, count(counts, Counts::finished),
                counts == null ? 0 : counts.tasks(), counts == null ? 0 : counts.finished(), true, null,
                set.text(Setting.LAYOUT), set.flag(Setting.ALLOW_TIE), set.flag(Setting.ALLOW_BOTH_BAD),
                set.flag(Setting.ALLOW_CANNOT_JUDGE), set.flag(Setting.ASK_STRENGTH), set.flag(Setting.ALLOW_CHANGES),
                set.flag(Setting.ASK_SKIP_REASON), set.flag(Setting.CHECK_CONSISTENCY),
                set.flag(Setting.ALLOW_PARTIAL_RANKING), project.guidelinesVersion(), project.labelConfigWarnings(),
                members, project.required().keys(), counts == null || !toManagers ? null : counts.judgedAt(),
                Setting.withoutEffect(project.spec()));
    }

    private static @Nullable Long count(@Nullable Counts counts, Function<Counts, Long> which) {
        return counts == null ? null : which.apply(counts);
    }

    /** {@return of the object only the keys named; all where none are} */
    static Object reduced(ProjectView view, Set<String> keys) {
        if (keys.isEmpty()) {
            return view;
        }
        Map<String, Object> members = Json.readObject(Json.write(view));
        members.keySet().retainAll(keys);
        return members;
    }

    /** {@return what {@code /api/projects/counts} says} */
    static ProjectView.Counts counts(long projectId, Counts counts) {
        return new ProjectView.Counts(projectId, counts.tasks(), counts.finished(), counts.predictions(),
                counts.annotations(), counts.annotated(), counts.useful(), counts.groundTruths(), counts.skipped());
    }
}
