package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;

/**
 * Whole conversations for TRL's RewardTrainer: the prompt stands in both answers. Texts are joined by a blank line, as the texts of one
 * prompt are. {@code margin} is how much better the chosen answer is.
 */
@ApplicationScoped
class TrlImplicitFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(51, "TRL_IMPLICIT", "TRL, implicit prompt",
            "Prompt and answer together, chosen and rejected, with a margin: for RewardTrainer.",
            "https://huggingface.co/docs/trl/reward_trainer", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, TRL));

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
        return List.of(TrainingRow.line(TrainingRow.CHOSEN, whole(row, row.chosen()), TrainingRow.REJECTED,
                whole(row, row.rejected()), "margin", row.margin()));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }

    private static Object whole(TrainingRow row, List<Message> answer) {
        return row.isText() ? row.promptText() + "\n\n" + answer.get(0).content() : TrainingRow.whole(row.with(answer));
    }
}
