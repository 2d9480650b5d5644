package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Prompt and completion for the custom models of AI21's J2, from the chosen answers. Its page documents no rows any longer; shape and
 * minimum are those of its former one. Oracle's OCI takes the same file from 32 rows.
 */
@ApplicationScoped
class Ai21Format extends TrainingFormat {

    Ai21Format() {
        super(Use.ENDED_SERVICE.card(92, "AI21", "AI21, chosen answers",
                "Prompt and completion as texts: for the former custom models of AI21, and for Oracle OCI.",
                "https://docs.ai21.com/reference/custom-models-api"),
                Declaration.of(LintRules.and(LintRules.answer(), LintRules.singleTurn()), Ai21Format::line)
                        .within(FileLimits.atLeast(50))
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "completion", row.chosenText());
    }
}
