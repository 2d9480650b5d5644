package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * OpenAI's supervised fine-tuning, from the chosen answers.
 */
@ApplicationScoped
class OpenAiSftFormat extends TrainingFormat {

    OpenAiSftFormat() {
        super(Use.SERVICE.card(81, "OPENAI_SFT", "OpenAI, chosen answers",
                "Whole conversations with the chosen answer: for OpenAI and all that take its files.",
                "https://developers.openai.com/api/docs/guides/supervised-fine-tuning"),
                Declaration.of(LintRules.answerable(LintRules.answer()), OpenAiSftFormat::line)
                        .within(OpenAiRows.LIMITS)
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line("messages", TrainingRow.plain(row.with(row.chosen())));
    }
}
