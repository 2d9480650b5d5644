package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The chosen answers for TRL's SFTTrainer. Of a ranking it is the best one, and where nothing is compared what people wrote.
 */
@ApplicationScoped
class TrlSftFormat extends TrainingFormat {

    TrlSftFormat() {
        super(Use.TRL.card(53, "TRL_SFT", "TRL, chosen answers", "Prompt and chosen or written answer: for SFTTrainer.",
                "https://huggingface.co/docs/trl/dataset_formats#prompt-completion"),
                Declaration.of(LintRules.and(LintRules.always(), LintRules.endsAnswerable()), TrlSftFormat::line)
                        .inShapes()
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), "completion", row.content(row.chosen()));
    }
}
