package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * OpenAI's preference fine-tuning. Its guide asks for at least ten examples of supervised fine-tuning and says nothing of preferences; the
 * stricter reading is taken.
 */
@ApplicationScoped
class OpenAiDpoFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(80, "OPENAI_DPO", "OpenAI DPO",
            "Input, preferred and non-preferred output: for OpenAI, whose tuning takes no new users.",
            "https://developers.openai.com/api/docs/guides/direct-preference-optimization", RowKind.PREFERENCE,
            FileType.JSON_LINES, List.of(TRAINING, SERVICE));

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
}
