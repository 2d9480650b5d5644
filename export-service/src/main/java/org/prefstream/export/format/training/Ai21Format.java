package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * Prompt and completion for the custom models of AI21's J2, from the chosen answers. Its page documents no rows any longer; shape and
 * minimum are those of its former one. Oracle's OCI takes the same file from 32 rows.
 */
@ApplicationScoped
class Ai21Format implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(92, "AI21", "AI21, chosen answers",
            "Prompt and completion as texts: for the former custom models of AI21, and for Oracle OCI.",
            "https://docs.ai21.com/reference/custom-models-api", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, ENDED_SERVICE));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.and(LintRules.answer(), LintRules.singleTurn());
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "completion", row.chosenText()));
    }

    @Override
    public FileLimits limits() {
        return FileLimits.atLeast(50);
    }
}
