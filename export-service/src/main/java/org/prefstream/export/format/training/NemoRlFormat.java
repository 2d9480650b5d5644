package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * NeMo RL's PreferenceDataset: a lower rank is better, and DPO and reward models take two completions of one response each.
 */
@ApplicationScoped
class NemoRlFormat extends TrainingFormat {

    NemoRlFormat() {
        super(Use.TRAINER.card(60, "NEMO_RL", "NeMo RL",
                "A context and two ranked completions: for the DPO and reward models of NVIDIA NeMo RL.",
                "https://docs.nvidia.com/nemo/rl/latest/guides/dpo.html"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), NemoRlFormat::line));
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line("context", TrainingRow.plain(row.prompt()), "completions",
                List.of(completion(0, row.chosen()), completion(1, row.rejected())));
    }

    private static Map<String, Object> completion(int rank, List<Message> answer) {
        return TrainingRow.line("rank", rank, "completion", TrainingRow.plain(answer));
    }
}
