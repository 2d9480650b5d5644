package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * Cohere's fine-tuning, which ended in September 2025, from the chosen answers: prompt and completion for Generate, of which it needs 32,
 * and conversations for Chat, whose messages have at most 16,384 tokens.
 */
@ApplicationScoped
class CohereFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(91, "COHERE", "Cohere, chosen answers",
            "Prompt and completion, or conversations of User and Chatbot: for the former tuning of Cohere.",
            "https://docs.cohere.com/docs/generate-preparing-the-data", RowKind.PREFERENCE, FileType.JSON_LINES,
            List.of(TRAINING, ENDED_SERVICE));

    private static final int TOKENS = 16_384;
    private static final Map<String, String> ROLES = Map.of(Message.SYSTEM, "System", Message.USER, "User",
            Message.ASSISTANT, "Chatbot");

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.and(LintRules.answer(), LintRules.roles(Message.SYSTEM, Message.USER, Message.ASSISTANT),
                LintRules.systemFirst(), LintRules.endsOnUser(), LintRules.messageTokensAtMost(TOKENS));
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        return List.of(row.isText()
                ? TrainingRow.line(TrainingRow.PROMPT, row.promptText(), "completion", row.chosenText())
                : TrainingRow.line("messages", row.with(row.chosen()).stream().map(CohereFormat::message).toList()));
    }

    @Override
    public boolean hasShapes() {
        return true;
    }

    @Override
    public FileLimits limits() {
        return FileLimits.atLeast(32);
    }

    private static Map<String, Object> message(Message message) {
        return message.as("role", ROLES.getOrDefault(message.role(), message.role()), "content");
    }
}
