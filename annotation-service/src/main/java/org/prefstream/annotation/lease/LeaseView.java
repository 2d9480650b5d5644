package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Shown.Part;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.labelstudio.task.Comparison.Candidate;
import org.prefstream.labelstudio.task.ShownContent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A claimed task as the page shows it: by slots, so that neither the order of the data nor the models' names reach the
 * browser.
 *
 * @param comparison what the page asks about; null where the task has no pair to compare
 */
record LeaseView(
        @JsonProperty("id") String id,
        @JsonProperty("token") long token,
        @JsonProperty("task_id") long taskId,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("expires_at") Instant expiresAt,
        @JsonProperty("heartbeat_seconds") long heartbeatSeconds,
        @JsonProperty("comparison") @Nullable ComparisonView comparison) {

    private static final List<String> VERDICTS = List.of("preference", "tie", "both_bad", "cannot_judge");

    /**
     * What the page asks about.
     *
     * @param allows the verdicts that may be given; without any but a skip where the page cannot ask all that is demanded
     * @param notAsked the other controls of the task by name, which the page does not ask yet: answers to them come through
     *        the API
     * @param demanded those of them without which the configuration takes no answer
     */
    record ComparisonView(
            @JsonProperty("control") String control,
            @JsonProperty("prompt") List<PartView> prompt,
            @JsonProperty("slots") List<SlotView> slots,
            @JsonProperty("allows") List<String> allows,
            @JsonProperty("not_asked") List<String> notAsked,
            @JsonProperty("demanded") List<String> demanded) {
    }

    /**
     * Something shown beside the candidates: either a text or a conversation.
     *
     * @param caption whether it says the same for every task; then it is no part of the prompt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            @JsonProperty("name") String name,
            @JsonProperty("caption") boolean caption,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("messages") @Nullable List<Map<String, Object>> messages) {

        static PartView of(Part part) {
            return new PartView(part.object().name(), part.object().shownAs() == ShownAs.CAPTION,
                    textOf(part.content()), messagesOf(part.content()));
        }
    }

    /** A candidate: either a text or a conversation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SlotView(
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("messages") @Nullable List<Map<String, Object>> messages) {

        static SlotView of(Candidate candidate) {
            ShownContent content = ShownContent.parse(candidate.content());
            return new SlotView(textOf(content), messagesOf(content));
        }
    }

    static LeaseView of(Claimed claimed, ProjectRecord project, LeaseConfig config) {
        Lease lease = claimed.lease();
        return new LeaseView(Long.toString(lease.id()), lease.token(), lease.taskId(), claimed.task().innerId(),
                lease.expiresAt(), config.heartbeat().toSeconds(),
                comparison(claimed.shown(), lease.shownOrder().candidates(), project.showSkipButton()));
    }

    /** {@return what the page asks about the first pair; null if there is none} */
    static @Nullable ComparisonView comparison(Shown shown, List<Integer> order, boolean mayBeSkipped) {
        return shown.pair()
                .map(pair -> new ComparisonView(pair.control(), shown.beside(pair).stream().map(PartView::of).toList(),
                        order.stream().map(index -> SlotView.of(pair.candidates().get(index))).toList(),
                        allows(shown, mayBeSkipped), names(shown.notAsked()), names(shown.demanded())))
                .orElse(null);
    }

    private static List<String> allows(Shown shown, boolean mayBeSkipped) {
        List<String> allowed = new ArrayList<>(shown.demanded().isEmpty() ? VERDICTS : List.of());
        if (mayBeSkipped) {
            allowed.add("skip");
        }
        return allowed;
    }

    private static List<String> names(List<Control> controls) {
        return controls.stream().map(Control::name).toList();
    }

    private static @Nullable String textOf(ShownContent content) {
        return content instanceof ShownContent.Text shown ? shown.text() : null;
    }

    private static @Nullable List<Map<String, Object>> messagesOf(ShownContent content) {
        return content instanceof ShownContent.Messages shown ? shown.conversation().messages() : null;
    }
}
