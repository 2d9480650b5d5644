package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * torchtune's preference dataset: one JSON array of two whole conversations each. Its configuration needs
 * {@code column_map: {chosen: chosen_conversations, rejected: rejected_conversations}}.
 */
@ApplicationScoped
class TorchtuneFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(64, "TORCHTUNE", "torchtune",
            "One JSON array of pairs of whole conversations.",
            "https://docs.pytorch.org/torchtune/main/basics/preference_datasets.html", RowKind.PREFERENCE,
            FileType.JSON, List.of(TRAINING, TRAINER));

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
        return List.of(TrainingRow.line("chosen_conversations", TrainingRow.plain(row.with(row.chosen())),
                "rejected_conversations", TrainingRow.plain(row.with(row.rejected()))));
    }

    @Override
    public Frame frame() {
        return Frame.ARRAY;
    }
}
