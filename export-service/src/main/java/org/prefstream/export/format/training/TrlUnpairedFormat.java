package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Single answers with a label for TRL's KTOTrainer: two lines for each preference, the chosen answer first.
 */
@ApplicationScoped
class TrlUnpairedFormat extends TrainingFormat {

    TrlUnpairedFormat() {
        super(Use.TRL.card(52, "TRL_UNPAIRED", "TRL, unpaired",
                "Each answer on a line of its own, labelled true or false: for KTOTrainer.",
                "https://huggingface.co/docs/trl/dataset_formats#unpaired-preference"),
                Declaration.ofLines(LintRules.pair(), TrlUnpairedFormat::lines).inShapes());
    }

    private static List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(line(row, row.chosen(), true), line(row, row.rejected(), false));
    }

    private static Map<String, Object> line(TrainingRow row, List<Message> answer, boolean isChosen) {
        return TrainingRow.line(TrainingRow.PROMPT, row.promptContent(), "completion", row.content(answer), "label",
                isChosen);
    }
}
