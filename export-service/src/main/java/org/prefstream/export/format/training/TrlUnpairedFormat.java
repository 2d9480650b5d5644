package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * Single answers with a label for TRL's KTOTrainer and BCOTrainer: two lines for each preference, the chosen answer first.
 */
@ApplicationScoped
class TrlUnpairedFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(52, "TRL_UNPAIRED", "TRL, unpaired",
            "Each answer on a line of its own, labelled true or false: for KTOTrainer.",
            "https://huggingface.co/docs/trl/dataset_formats#unpaired-preference", RowKind.PREFERENCE,
            FileType.JSON_LINES, List.of(TRAINING, TRL));

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.pair();
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(line(row, row.chosen(), true), line(row, row.rejected(), false));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }

    private static Map<String, Object> line(TrainingRow row, List<Message> answer, boolean isChosen) {
        return TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), "completion", row.content(answer), "label",
                isChosen);
    }
}
