package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Comparison;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A claimed task as the page shows it: by slots, so that neither the order of the data nor the models' names reach the
 * browser.
 *
 * @param comparison null where the project compares nothing that the page can show
 */
record LeaseView(
        @JsonProperty("id") String id,
        @JsonProperty("token") long token,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("expires_at") Instant expiresAt,
        @JsonProperty("heartbeat_seconds") long heartbeatSeconds,
        @JsonProperty("comparison") @Nullable ComparisonView comparison) {

    private static final List<String> ALLOWS = List.of("preference", "tie", "both_bad", "cannot_judge", "skip");

    record ComparisonView(
            @JsonProperty("control") String control,
            @JsonProperty("prompt") List<PartView> prompt,
            @JsonProperty("slots") List<SlotView> slots,
            @JsonProperty("allows") List<String> allows) {
    }

    record PartView(@JsonProperty("name") String name, @JsonProperty("text") String text) {
    }

    record SlotView(@JsonProperty("text") String text) {
    }

    static LeaseView of(Claimed claimed, LeaseConfig config) {
        Lease lease = claimed.lease();
        return new LeaseView(Long.toString(lease.id()), lease.token(), lease.taskId(), claimed.task().read().innerId(),
                lease.expiresAt(), config.heartbeat().toSeconds(), comparison(claimed.shown(), lease));
    }

    private static @Nullable ComparisonView comparison(Shown shown, Lease lease) {
        return shown.comparisons()
                .stream()
                .filter(comparison -> comparison.candidates().size() == 2)
                .findFirst()
                .map(comparison -> view(shown, comparison, lease.shownOrder().candidates()))
                .orElse(null);
    }

    private static ComparisonView view(Shown shown, Comparison comparison, List<Integer> order) {
        return new ComparisonView(comparison.control(),
                shown.prompt().stream().map(part -> new PartView(part.name(), text(part.content()))).toList(),
                order.stream().map(index -> new SlotView(text(comparison.candidates().get(index).content()))).toList(),
                ALLOWS);
    }

    /** What is no text is shown as JSON; the rich page renders conversations. */
    private static String text(@Nullable Object content) {
        return content == null ? "" : content instanceof String text ? text : Json.write(content);
    }
}
