package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * axolotl's preference datasets: {@code type: chat_template.default}, whose answers are one message each and no lists, or
 * {@code type: bradley_terry.chat_template} for reward models.
 */
@ApplicationScoped
class AxolotlFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(62, "AXOLOTL", "axolotl",
            "Messages and two answers: for DPO with chat_template.default, or for reward models with variant=bradley_terry.",
            "https://docs.axolotl.ai/docs/rlhf.html", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, TRAINER));

    private static final String BRADLEY_TERRY = "bradley_terry";

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
        return List.of(TrainingRow.line("messages", TrainingRow.plain(row.prompt()), TrainingRow.CHOSEN,
                row.chosen().get(0).plain(), TrainingRow.REJECTED, row.rejected().get(0).plain()));
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = TrainingFormat.super.choices();
        choices.put(Part.VARIANT, List.of("chat_template", BRADLEY_TERRY));
        return choices;
    }

    @Override
    public TrainingFormat variant(ExportSource source) {
        return BRADLEY_TERRY.equals(source.choice(Part.VARIANT)) ? new BradleyTerry() : this;
    }

    /** The reward models' rows. axolotl reads {@code system} of every row, so that it is there even where nothing was said. */
    private static final class BradleyTerry extends AxolotlFormat {

        @Override
        public List<LintRule> rules() {
            return LintRules.and(LintRules.textPair(), LintRules.singleQuestion());
        }

        @Override
        public List<Map<String, Object>> lines(TrainingRow row) {
            return List.of(TrainingRow.line(Message.SYSTEM, row.system(), "input", row.promptText(), TrainingRow.CHOSEN,
                    row.chosenText(), TrainingRow.REJECTED, row.rejectedText()));
        }

        @Override
        public TrainingFormat variant(ExportSource source) {
            return this;
        }
    }
}
