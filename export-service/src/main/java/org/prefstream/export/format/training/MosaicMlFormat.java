package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The fine-tuning of Databricks and MosaicML, and of llm-foundry, from the chosen answers. A row has exactly these keys; others are
 * refused.
 */
@ApplicationScoped
class MosaicMlFormat extends TrainingFormat {

    MosaicMlFormat() {
        super(Use.ENDED_SERVICE.card(93, "MOSAICML", "MosaicML, chosen answers",
                "Prompt and response, or whole conversations: for llm-foundry and the former tuning of Databricks.",
                "https://learn.microsoft.com/azure/databricks/large-language-models/foundation-model-training/data-preparation"),
                Declaration.of(LintRules.takingTurns(LintRules.answer()), MosaicMlFormat::line)
                        .inShapes()
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return row.isText()
                ? TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "response", row.chosenText())
                : TrainingRow.line("messages", TrainingRow.plain(row.with(row.chosen())));
    }
}
