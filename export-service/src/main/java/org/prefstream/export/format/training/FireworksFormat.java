package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The DPO of Fireworks, which takes 3 to 3,000,000 examples.
 */
@ApplicationScoped
class FireworksFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(84, "FIREWORKS", "Fireworks",
            "Input, preferred and non-preferred output: for the DPO of Fireworks.",
            "https://docs.fireworks.ai/fine-tuning/dpo-fine-tuning", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, SERVICE));

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
        return FileLimits.atLeast(3).atMostRows(3_000_000);
    }
}
