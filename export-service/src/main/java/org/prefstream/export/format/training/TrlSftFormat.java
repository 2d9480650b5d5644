package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The chosen answers for TRL's SFTTrainer. Of a ranking it is the best one.
 */
@ApplicationScoped
class TrlSftFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(53, "TRL_SFT", "TRL, chosen answers",
            "Prompt and chosen answer: for SFTTrainer.",
            "https://huggingface.co/docs/trl/dataset_formats#prompt-completion", RowKind.PREFERENCE,
            FileType.JSON_LINES, List.of(TRAINING, TRL));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.always();
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List
                .of(TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), "completion", row.content(row.chosen())));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }
}
