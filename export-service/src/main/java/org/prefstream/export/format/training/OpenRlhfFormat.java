package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.Ties;

/**
 * OpenRLHF's reward dataset, also for its DPO. Conversations need {@code --data.apply_chat_template}, and both
 * {@code --data.prompt_key prompt}. {@code margin} is how much better the chosen answer is.
 */
@ApplicationScoped
class OpenRlhfFormat extends TrainingFormat {

    OpenRlhfFormat() {
        super(Use.TRAINER.card(61, "OPENRLHF", "OpenRLHF",
                "Prompt, chosen, rejected and a margin: for the reward models and DPO of OpenRLHF.",
                "https://github.com/OpenRLHF/OpenRLHF/blob/main/openrlhf/datasets/reward_dataset.py"),
                Declaration.of(LintRules.pair(), OpenRlhfFormat::line).with(Ties.TWO).inShapes());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), TrainingRow.CHOSEN, row.content(row.chosen()),
                TrainingRow.REJECTED, row.content(row.rejected()), "margin", row.margin());
    }
}
