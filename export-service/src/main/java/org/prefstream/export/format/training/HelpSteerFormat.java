package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.Ties;

/**
 * The columns of NVIDIA's HelpSteer3-Preference that its loaders read. A negative preference is for the first response; the number is the
 * strength, 1 where nobody asked how much better, and 0 of a tie.
 */
@ApplicationScoped
class HelpSteerFormat extends TrainingFormat {

    HelpSteerFormat() {
        super(Use.TRAINER.card(71, "HELPSTEER", "HelpSteer3", "A context, two responses and a preference from -3 to 3.",
                "https://huggingface.co/datasets/nvidia/HelpSteer3"),
                Declaration.of(LintRules.answerable(LintRules.textPair()), HelpSteerFormat::line).with(Ties.ONE));
    }

    private static Map<String, Object> line(TrainingRow row) {
        boolean isFirst = row.isFirstChosen();
        int strength = row.isTie() ? 0 : Math.max(1, row.number("strength"));
        return TrainingRow.line("context", TrainingRow.plain(row.prompt()), "response1",
                isFirst ? row.chosenText() : row.rejectedText(), "response2",
                isFirst ? row.rejectedText() : row.chosenText(), "overall_preference", isFirst ? -strength : strength);
    }
}
