package org.prefstream.export.format.training;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The DPO of Fireworks, which takes 3 to 3,000,000 examples.
 */
@ApplicationScoped
class FireworksFormat extends TrainingFormat {

    FireworksFormat() {
        super(Use.SERVICE.card(84, "FIREWORKS", "Fireworks",
                "Input, preferred and non-preferred output: for the DPO of Fireworks.",
                "https://docs.fireworks.ai/fine-tuning/dpo-fine-tuning"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), OpenAiRows::pair)
                        .within(FileLimits.atLeast(3).atMostRows(3_000_000)));
    }
}
