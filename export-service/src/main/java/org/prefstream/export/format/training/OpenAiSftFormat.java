package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * OpenAI's supervised fine-tuning, from the chosen answers.
 */
@ApplicationScoped
class OpenAiSftFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(81, "OPENAI_SFT", "OpenAI, chosen answers",
            "Whole conversations with the chosen answer: for OpenAI and all that take its files.",
            "https://developers.openai.com/api/docs/guides/supervised-fine-tuning", RowKind.PREFERENCE,
            FileType.JSON_LINES, List.of(TRAINING, SERVICE));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.answerable(LintRules.answer());
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(TrainingRow.line("messages", TrainingRow.plain(row.with(row.chosen()))));
    }

    @Override
    public FileLimits limits() {
        return OpenAiRows.LIMITS;
    }
}
