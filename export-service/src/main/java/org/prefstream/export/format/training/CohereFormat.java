package org.prefstream.export.format.training;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cohere's fine-tuning, which ended in September 2025, from the chosen answers: prompt and completion for Generate, of which it needs 32,
 * and conversations for Chat, whose messages have at most 16,384 tokens, and what the system says 2,048. A repeated row counted as invalid
 * there; nobody looks for them here.
 */
@ApplicationScoped
class CohereFormat extends TrainingFormat {

    private static final int TOKENS = 16_384;
    private static final int PREAMBLE_TOKENS = 2_048;
    private static final Map<String, String> ROLES = Map.of(Message.SYSTEM, "System", Message.USER, "User",
            Message.ASSISTANT, "Chatbot");

    CohereFormat() {
        super(Use.ENDED_SERVICE.card(91, "COHERE", "Cohere, chosen answers",
                "Prompt and completion, or conversations of User and Chatbot: for the former tuning of Cohere.",
                "https://docs.cohere.com/docs/generate-preparing-the-data"),
                Declaration
                        .of(LintRules.and(LintRules.answer(),
                                LintRules.roles(Message.SYSTEM, Message.USER, Message.ASSISTANT),
                                LintRules.systemFirst(), LintRules.endsOnUser(), LintRules.messageTokensAtMost(TOKENS),
                                LintRules.systemTokensAtMost(PREAMBLE_TOKENS)), CohereFormat::line)
                        .within(FileLimits.atLeast(32))
                        .inShapes()
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        return row.isText()
                ? TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "completion", row.chosenText())
                : TrainingRow.line("messages", row.with(row.chosen()).stream().map(CohereFormat::message).toList());
    }

    private static Map<String, Object> message(Message message) {
        return message.as("role", ROLES.getOrDefault(message.role(), message.role()), "content");
    }
}
