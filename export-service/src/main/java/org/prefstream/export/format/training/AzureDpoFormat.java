package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The preference fine-tuning of Azure OpenAI. Its documentation wants UTF-8 with a byte order mark, less than 512 MB and at least ten
 * rows.
 */
@ApplicationScoped
class AzureDpoFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(82, "AZURE_DPO", "Azure OpenAI DPO",
            "The rows of OpenAI, in a file with a byte order mark as Azure wants it.",
            "https://learn.microsoft.com/azure/foundry/openai/how-to/fine-tuning-direct-preference-optimization",
            RowKind.PREFERENCE, FileType.JSON_LINES, List.of(TRAINING, SERVICE));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.answerable(LintRules.textPair());
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return OpenAiRows.pair(row);
    }

    @Override
    public FileLimits limits() {
        return OpenAiRows.LIMITS;
    }

    @Override
    public Frame frame() {
        return Frame.MARKED_LINES;
    }
}
