package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import org.prefstream.export.format.ExportSource;

/** What Gemini's tuning files have in common: what the system says stands apart, and the assistant is called model. */
final class GeminiRows {

    private static final String MODEL = "model";
    private static final long VALIDATION_ROWS = 5_000;

    private GeminiRows() {
    }

    /** {@return the declaration of a file, of which a validation set has fewer rows} */
    static Declaration variant(Declaration usual, ExportSource source) {
        boolean isValidation = source.splits().stream().allMatch(split -> split.name().equals("validation"));
        return isValidation ? usual.within(usual.limits().atMostRows(VALIDATION_ROWS)) : usual;
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
