package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The preference tuning of Gemini on Vertex AI. Of the limits that its pages have had, the stricter ones are taken: 1,000,000 examples and
 * 1 GB. It reads 131,072 tokens of input and longest completion.
 */
@ApplicationScoped
class VertexPreferenceFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(85, "VERTEX_PREFERENCE", "Vertex AI preferences",
            "Contents and two scored completions: for the preference tuning of Gemini.",
            "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-preference-tuning-prepare",
            RowKind.PREFERENCE, FileType.JSON_LINES, List.of(TRAINING, SERVICE));

    private static final int TOKENS = 131_072;

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.and(LintRules.takingTurns(LintRules.textPair()), LintRules.tokensAtMost(TOKENS));
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row.hasSystem()) {
            line.put("system_instruction", TrainingRow.line("parts", GeminiRows.parts(row.system())));
        }
        line.put("contents", GeminiRows.contents(row.turns()));
        line.put("completions", List.of(completion(1, row.chosen()), completion(0, row.rejected())));
        return List.of(line);
    }

    @Override
    public FileLimits limits() {
        return FileLimits.atLeast(1).atMostRows(1_000_000).atMostBytes(1_000 * FileLimits.MEGABYTE);
    }

    private static Map<String, Object> completion(int score, List<Message> answer) {
        return TrainingRow.line("score", score, "completion", GeminiRows.content(answer.get(0)));
    }
}
