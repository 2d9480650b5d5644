package org.prefstream.annotation.lease;

import java.time.Instant;

import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.task.Expansion;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A claimed task as the page gets it.
 *
 * @param expiresAt when the lease ends without a heartbeat
 * @param heartbeatSeconds how often the page says that the annotator is still there
 */
record LeaseView(
        @JsonProperty("id") String id,
        @JsonProperty("token") long token,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("expires_at") Instant expiresAt,
        @JsonProperty("heartbeat_seconds") long heartbeatSeconds,
        @JsonProperty("shown") ShownView shown) {

    static LeaseView of(Claimed claimed, ProjectRecord project, LeaseConfig config) {
        Lease lease = claimed.lease();
        ShownView shown = ShownView.of(claimed.shown(), lease.shownOrder(), project, isOfToday(claimed, project));
        return new LeaseView(Long.toString(lease.id()), lease.token(), lease.taskId(), claimed.task().innerId(),
                lease.expiresAt(), config.heartbeat().toSeconds(), shown);
    }

    /** What was claimed before the configuration was changed is shown as it was then, and the layout is that of now. */
    private static boolean isOfToday(Claimed claimed, ProjectRecord project) {
        return Expansion.of(project.comparisonSpec(), claimed.task().data()).equals(claimed.shown().spec());
    }
}
