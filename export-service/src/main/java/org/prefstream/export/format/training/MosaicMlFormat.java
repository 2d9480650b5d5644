package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The fine-tuning of Databricks and MosaicML, and of llm-foundry, from the chosen answers. A row has exactly these keys; others are
 * refused.
 */
@ApplicationScoped
class MosaicMlFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(93, "MOSAICML", "MosaicML, chosen answers",
            "Prompt and response, or whole conversations: for llm-foundry and the former tuning of Databricks.",
            "https://learn.microsoft.com/azure/databricks/large-language-models/foundation-model-training/data-preparation",
            RowKind.PREFERENCE, FileType.JSON_LINES, List.of(TRAINING, ENDED_SERVICE));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.takingTurns(LintRules.answer());
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(row.isText()
                ? TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "response", row.chosenText())
                : TrainingRow.line("messages", TrainingRow.plain(row.with(row.chosen()))));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }
}
