package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportSource;

/**
 * The preference tuning of Gemini on Vertex AI. Of the limits that its pages have had, the stricter ones are taken: 1,000,000 examples and
 * 1 GB. It reads 131,072 tokens of input and longest completion.
 */
@ApplicationScoped
class VertexPreferenceFormat extends TrainingFormat {

    private static final int TOKENS = 131_072;

    VertexPreferenceFormat() {
        super(Use.SERVICE.card(85, "VERTEX_PREFERENCE", "Vertex AI preferences",
                "Contents and two scored completions: for the preference tuning of Gemini.",
                "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-preference-tuning-prepare"),
                Declaration
                        .of(LintRules.and(LintRules.takingTurns(LintRules.textPair()), LintRules.tokensAtMost(TOKENS)),
                                VertexPreferenceFormat::line)
                        .within(FileLimits.atLeast(1).atMostRows(1_000_000).atMostBytes(1_000 * FileLimits.MEGABYTE)));
    }

    private static Map<String, Object> line(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row.hasSystem()) {
            line.put("system_instruction", TrainingRow.line("parts", GeminiRows.parts(row.system())));
        }
        line.put("contents", GeminiRows.contents(row.turns()));
        line.put("completions", List.of(completion(1, row.chosen()), completion(0, row.rejected())));
        return line;
    }

    @Override
    Declaration variant(ExportSource source) {
        return GeminiRows.variant(super.variant(source), source);
    }

    private static Map<String, Object> completion(int score, List<Message> answer) {
        return TrainingRow.line("score", score, "completion", GeminiRows.content(answer.get(0)));
    }
}
