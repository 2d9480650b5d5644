package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;

/**
 * The supervised tuning of Gemini on Vertex AI, from the chosen answers.
 */
@ApplicationScoped
class VertexSftFormat implements TrainingFormat {

    private static final FormatCard CARD = new FormatCard(86, "VERTEX_SFT", "Vertex AI, chosen answers",
            "Contents that end on the chosen answer: for the supervised tuning of Gemini.",
            "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare",
            RowKind.PREFERENCE, FileType.JSON_LINES, List.of(TRAINING, SERVICE));

    private static final int TOKENS = 131_072;

    @Override
    public FormatCard card() {
        return CARD;
    }

    @Override
    public List<LintRule> rules() {
        return LintRules.and(LintRules.takingTurns(LintRules.answer()), LintRules.tokensAtMost(TOKENS));
    }

    @Override
    public boolean hasBestAnswers() {
        return true;
    }

    @Override
    public List<Map<String, Object>> lines(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row.hasSystem()) {
            line.put("systemInstruction",
                    TrainingRow.line("role", Message.SYSTEM, "parts", GeminiRows.parts(row.system())));
        }
        line.put("contents", GeminiRows.contents(Stream.concat(row.turns().stream(), row.chosen().stream()).toList()));
        return List.of(line);
    }

    @Override
    public FileLimits limits() {
        return FileLimits.atLeast(1).atMostBytes(1_000 * FileLimits.MEGABYTE);
    }
}
