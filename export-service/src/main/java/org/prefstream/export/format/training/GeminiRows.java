package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

/** What Gemini's tuning files have in common: what the system says stands apart, and the assistant is called model. */
final class GeminiRows {

    private static final String MODEL = "model";

    private GeminiRows() {
    }

    static Map<String, Object> content(Message message) {
        return TrainingRow.line("role", message.role().equals(Message.USER) ? Message.USER : MODEL, "parts",
                parts(message.content()));
    }

    static List<Map<String, Object>> contents(List<Message> messages) {
        return messages.stream().map(GeminiRows::content).toList();
    }

    static List<Map<String, Object>> parts(String text) {
        return List.of(TrainingRow.line("text", text));
    }
}
