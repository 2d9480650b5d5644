package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportSource;

/**
 * axolotl's preference datasets: {@code type: chat_template.default}, whose answers are one message each and no lists, or
 * {@code type: bradley_terry.chat_template} for reward models.
 */
@ApplicationScoped
class AxolotlFormat extends TrainingFormat {

    private static final String BRADLEY_TERRY = "bradley_terry";
    private static final Declaration FOR_REWARD_MODELS = Declaration
            .of(LintRules.and(LintRules.textPair(), LintRules.singleQuestion()), AxolotlFormat::lineForRewardModels);

    AxolotlFormat() {
        super(Use.TRAINER.card(62, "AXOLOTL", "axolotl",
                "Messages and two answers: for DPO with chat_template.default, or for reward models with variant=bradley_terry.",
                "https://docs.axolotl.ai/docs/rlhf.html"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), AxolotlFormat::line));
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line("messages", TrainingRow.plain(row.prompt()), TrainingRow.CHOSEN,
                row.chosen().get(0).plain(), TrainingRow.REJECTED, row.rejected().get(0).plain());
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = super.choices();
        choices.put(Part.VARIANT, List.of("chat_template", BRADLEY_TERRY));
        return choices;
    }

    @Override
    Declaration variant(ExportSource source) {
        return BRADLEY_TERRY.equals(source.choice(Part.VARIANT)) ? FOR_REWARD_MODELS : super.variant(source);
    }

    /** axolotl reads {@code system} of every row, so that it is there even where nothing was said. */
    private static Map<String, Object> lineForRewardModels(TrainingRow row) {
        return TrainingRow.line(Message.SYSTEM, row.system(), "input", row.promptText(), TrainingRow.CHOSEN,
                row.chosenText(), TrainingRow.REJECTED, row.rejectedText());
    }
}
