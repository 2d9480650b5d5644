package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.Ties;

/**
 * Whole conversations for TRL's RewardTrainer: the prompt stands in both answers. Texts are joined by a blank line, as the texts of one
 * prompt are. {@code margin} is how much better the chosen answer is.
 */
@ApplicationScoped
class TrlImplicitFormat extends TrainingFormat {

    TrlImplicitFormat() {
        super(Use.TRL.card(51, "TRL_IMPLICIT", "TRL, implicit prompt",
                "Prompt and answer together, chosen and rejected, with a margin: for RewardTrainer.",
                "https://huggingface.co/docs/trl/reward_trainer"),
                Declaration.of(LintRules.pair(), TrlImplicitFormat::line).with(Ties.TWO).inShapes());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line(TrainingRow.CHOSEN, whole(row, row.chosen()), TrainingRow.REJECTED,
                whole(row, row.rejected()), "margin", row.margin());
    }

    private static Object whole(TrainingRow row, List<Message> answer) {
        return row.isText() ? row.promptText() + "\n\n" + answer.get(0).content() : TrainingRow.whole(row.with(answer));
    }
}
