package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.draft.Drafts.Begun;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.verdict.SlotAnswers;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.task.Expansion;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A claimed task as the page gets it.
 *
 * @param expiresAt when the lease ends without a heartbeat
 * @param heartbeatSeconds how often the page says that the annotator is still there
 * @param draft what the annotator has answered already without submitting it, as {@link SlotAnswers#fields()} says it; null where that
 *        is nothing
 */
record LeaseView(
        @JsonProperty("id") String id,
        @JsonProperty("token") long token,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("expires_at") Instant expiresAt,
        @JsonProperty("heartbeat_seconds") long heartbeatSeconds,
        @JsonProperty("shown") ShownView shown,
        @JsonProperty("draft") @Nullable Map<String, Object> draft) {

    /** @param begun what the annotator has begun on the page; null where that is nothing */
    static LeaseView of(Claimed claimed, ProjectRecord project, LeaseConfig config, @Nullable Begun begun) {
        Lease lease = claimed.lease();
        ShownView shown = ShownView.of(claimed.shown(), lease.shownOrder(), project, isOfToday(claimed, project));
        return new LeaseView(Long.toString(lease.id()), lease.token(), lease.taskId(), claimed.task().innerId(),
                lease.expiresAt(), config.heartbeat().toSeconds(), shown,
                begun == null || !begun.shownSha256().equals(lease.shownSha256())
                        ? null
                        : SlotAnswers.of(begun.regions(), claimed.shown(), lease.shownOrder()).fields());
    }

    /** What was claimed before the configuration was changed is shown as it was then, and the layout is that of now. */
    private static boolean isOfToday(Claimed claimed, ProjectRecord project) {
        return Expansion.of(project.comparisonSpec(), claimed.task().data()).equals(claimed.shown().spec());
    }
}
