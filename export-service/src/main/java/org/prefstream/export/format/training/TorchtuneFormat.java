package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;

/**
 * torchtune's preference dataset: one JSON array of two whole conversations each. Its configuration needs
 * {@code column_map: {chosen: chosen_conversations, rejected: rejected_conversations}}.
 */
@ApplicationScoped
class TorchtuneFormat extends TrainingFormat {

    TorchtuneFormat() {
        super(Use.TRAINER.card(64, "TORCHTUNE", "torchtune", "One JSON array of pairs of whole conversations.",
                "https://docs.pytorch.org/torchtune/main/basics/preference_datasets.html", FileType.JSON),
                Declaration.of(LintRules.takingTurns(LintRules.textPair()), TorchtuneFormat::line)
                        .framedBy(Frame.ARRAY));
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line("chosen_conversations", TrainingRow.plain(row.with(row.chosen())),
                "rejected_conversations", TrainingRow.plain(row.with(row.rejected())));
    }
}
