package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * NeMo RL's PreferenceDataset: a lower rank is better, and DPO and reward models take two completions of one response each.
 */
@ApplicationScoped
class NemoRlFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(60, "NEMO_RL", "NeMo RL",
            "A context and two ranked completions: for the DPO and reward models of NVIDIA NeMo RL.",
            "https://docs.nvidia.com/nemo/rl/latest/guides/dpo.html", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, TRAINER));

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
        return List.of(TrainingRow.line("context", TrainingRow.plain(row.prompt()), "completions",
                List.of(completion(0, row.chosen()), completion(1, row.rejected()))));
    }

    private static Map<String, Object> completion(int rank, List<Message> answer) {
        return TrainingRow.line("rank", rank, "completion", TrainingRow.plain(answer));
    }
}
