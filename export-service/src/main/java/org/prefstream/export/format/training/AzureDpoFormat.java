package org.prefstream.export.format.training;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The preference fine-tuning of Azure OpenAI. Its documentation wants UTF-8 with a byte order mark, less than 512 MB and at least ten
 * rows.
 */
@ApplicationScoped
class AzureDpoFormat extends TrainingFormat {

    AzureDpoFormat() {
        super(Use.SERVICE.card(82, "AZURE_DPO", "Azure OpenAI DPO",
                "The rows of OpenAI, in a file with a byte order mark as Azure wants it.",
                "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-direct-preference-optimization"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), OpenAiRows::pair)
                        .within(OpenAiRows.LIMITS.atMostBytes(512 * FileLimits.MEGABYTE - 1))
                        .framedBy(Frame.MARKED_LINES));
    }
}
