package org.prefstream.export.format.training;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Together's preference tuning. Its checker, {@code together.utils.check_file}, refuses further columns, two turns of one role in a row and
 * input that ends on the assistant.
 */
@ApplicationScoped
class TogetherFormat extends TrainingFormat {

    TogetherFormat() {
        super(Use.SERVICE.card(83, "TOGETHER", "Together",
                "Input, preferred and non-preferred output: for the preference tuning of Together.",
                "https://docs.together.ai/docs/fine-tuning/preference-tuning"),
                Declaration.of(LintRules.takingTurns(LintRules.textPair()), OpenAiRows::pair)
                        .within(FileLimits.atLeast(1).atMostBytes(50_100 * FileLimits.MEGABYTE)));
    }
}
