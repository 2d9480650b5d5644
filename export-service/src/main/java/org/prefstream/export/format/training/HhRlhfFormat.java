package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The transcripts of Anthropic's HH-RLHF dataset. Their readers take the text up to the last mark of the assistant for the prompt, so no
 * text may have such a mark.
 */
@ApplicationScoped
class HhRlhfFormat extends TrainingFormat {

    private static final String HUMAN = "\n\nHuman:";
    private static final String ASSISTANT = "\n\nAssistant:";

    HhRlhfFormat() {
        super(Use.TRAINER.card(70, "HH_RLHF", "HH-RLHF",
                "Two transcripts of Human and Assistant, as in the dataset of that name.",
                "https://huggingface.co/datasets/Anthropic/hh-rlhf"),
                Declaration.of(LintRules.and(LintRules.textPair(), LintRules.roles(Message.USER, Message.ASSISTANT),
                        LintRules.alternating(), LintRules.endsOnUser(), LintRules.without(List.of(HUMAN, ASSISTANT))),
                        HhRlhfFormat::line));
    }

    private static Map<String, Object> line(TrainingRow row) {
        return TrainingRow.line(TrainingRow.CHOSEN, transcript(row.with(row.chosen())), TrainingRow.REJECTED,
                transcript(row.with(row.rejected())));
    }

    private static String transcript(List<Message> messages) {
        StringBuilder transcript = new StringBuilder();
        for (Message message : messages) {
            transcript.append(message.role().equals(Message.USER) ? HUMAN : ASSISTANT)
                    .append(' ')
                    .append(message.content());
        }
        return transcript.toString();
    }
}
