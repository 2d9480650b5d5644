package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;

/**
 * OpenRLHF's reward dataset, also for its DPO. Conversations need {@code --data.apply_chat_template}, and both
 * {@code --data.prompt_key prompt}. {@code margin} is how much better the chosen answer is.
 */
@ApplicationScoped
class OpenRlhfFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(61, "OPENRLHF", "OpenRLHF",
            "Prompt, chosen, rejected and a margin: for the reward models and DPO of OpenRLHF.",
            "https://github.com/OpenRLHF/OpenRLHF/blob/main/openrlhf/datasets/reward_dataset.py", RowKind.PREFERENCE,
            FileType.JSON_LINES, List.of(TRAINING, TRAINER));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public Ties ties() {
        return Ties.TWO;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.pair();
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), TrainingRow.CHOSEN,
                row.content(row.chosen()), TrainingRow.REJECTED, row.content(row.rejected()), "margin", row.margin()));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }
}
