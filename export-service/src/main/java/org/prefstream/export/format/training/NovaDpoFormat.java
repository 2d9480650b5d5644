package org.prefstream.export.format.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The DPO of Amazon Nova. Words that its own template has fail the whole job wherever they stand; its documentation recommends a thousand
 * pairs and more.
 */
@ApplicationScoped
class NovaDpoFormat extends TrainingFormat {

    private static final List<String> RESERVED = List.of("User:", "Bot:", "Assistant:", "System:", "<image>", "<video>",
            "[EOS]");

    NovaDpoFormat() {
        super(Use.SERVICE.card(87, "NOVA_DPO", "Amazon Nova DPO",
                "Messages whose last one has two candidates: for the DPO of Amazon Nova.",
                "https://docs.aws.amazon.com/nova/latest/userguide/nova-dpo.html"),
                Declaration
                        .of(LintRules.and(LintRules.takingTurns(LintRules.textPair()), LintRules.without(RESERVED)),
                                NovaDpoFormat::line)
                        .within(FileLimits.NONE.advising(1_000)));
    }

    private static Map<String, Object> line(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row.hasSystem()) {
            line.put(Message.SYSTEM, text(row.system()));
        }
        List<Map<String, Object>> messages = new ArrayList<>();
        row.turns()
                .forEach(message -> messages
                        .add(TrainingRow.line("role", message.role(), "content", text(message.content()))));
        messages.add(TrainingRow.line("role", Message.ASSISTANT, "candidates",
                List.of(candidate(row.chosenText(), "preferred"), candidate(row.rejectedText(), "non-preferred"))));
        line.put("messages", messages);
        return line;
    }

    private static Map<String, Object> candidate(String text, String label) {
        return TrainingRow.line("content", text(text), "preferenceLabel", label);
    }

    private static List<Map<String, Object>> text(String text) {
        return List.of(TrainingRow.line("text", text));
    }
}
