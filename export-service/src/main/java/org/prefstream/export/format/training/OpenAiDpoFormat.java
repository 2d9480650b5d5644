package org.prefstream.export.format.training;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * OpenAI's preference fine-tuning. Its guide asks for at least ten examples of supervised fine-tuning and says nothing of preferences; the
 * stricter reading is taken.
 */
@ApplicationScoped
class OpenAiDpoFormat extends TrainingFormat {

    OpenAiDpoFormat() {
        super(Use.SERVICE.card(80, "OPENAI_DPO", "OpenAI DPO",
                "Input, preferred and non-preferred output: for OpenAI, whose tuning takes no new users.",
                "https://developers.openai.com/api/docs/guides/direct-preference-optimization"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), OpenAiRows::pair).within(OpenAiRows.LIMITS));
    }
}
