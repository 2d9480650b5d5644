package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * Together's preference tuning. Its checker, {@code together.utils.check_file}, refuses further columns, two turns of one role in a row and
 * input that ends on the assistant.
 */
@ApplicationScoped
class TogetherFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(83, "TOGETHER", "Together",
            "Input, preferred and non-preferred output: for the preference tuning of Together.",
            "https://docs.together.ai/docs/fine-tuning/preference-tuning", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, SERVICE));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.takingTurns(LintRules.textPair());
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return OpenAiRows.pair(row);
    }

    @Override
    public FileLimits limits() {
        return FileLimits.atLeast(1).atMostBytes(50_100 * FileLimits.MEGABYTE);
    }
}
