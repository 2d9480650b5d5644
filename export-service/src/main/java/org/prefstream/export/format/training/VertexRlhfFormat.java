package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Google's older RLHF tuning of PaLM and T5. The candidates stand in the order of the task's data, and {@code choice} is the place of the
 * better one.
 */
@ApplicationScoped
class VertexRlhfFormat extends TrainingFormat {

    VertexRlhfFormat() {
        super(Use.ENDED_SERVICE.card(90, "VERTEX_RLHF", "Vertex AI RLHF (PaLM, T5)",
                "Input, two candidates and the number of the better one: for the older RLHF tuning.",
                "https://cloud.google.com/vertex-ai/generative-ai/docs/models/tune-text-models-rlhf"),
                Declaration.of(LintRules.and(LintRules.textPair(), LintRules.roles(Message.USER, Message.ASSISTANT),
                        LintRules.alternating(), LintRules.endsOnUser()), VertexRlhfFormat::line).inShapes());
    }

    private static Map<String, Object> line(TrainingRow row) {
        boolean isFirst = row.isFirstChosen();
        return TrainingRow.line(row.isText() ? "input_text" : "messages",
                row.isText() ? row.promptText() : said(row.prompt()), "candidate_0",
                isFirst ? row.chosenText() : row.rejectedText(), "candidate_1",
                isFirst ? row.rejectedText() : row.chosenText(), "choice", isFirst ? 0 : 1);
    }

    private static List<Map<String, Object>> said(List<Message> messages) {
        return messages.stream().map(message -> message.as("author", message.role(), "content")).toList();
    }
}
