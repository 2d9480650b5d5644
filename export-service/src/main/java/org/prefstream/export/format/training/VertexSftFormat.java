package org.prefstream.export.format.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportSource;

/**
 * The supervised tuning of Gemini on Vertex AI, from the chosen answers.
 */
@ApplicationScoped
class VertexSftFormat extends TrainingFormat {

    private static final int TOKENS = 131_072;

    VertexSftFormat() {
        super(Use.SERVICE.card(86, "VERTEX_SFT", "Vertex AI, chosen answers",
                "Contents that end on the chosen answer: for the supervised tuning of Gemini.",
                "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/models/gemini-supervised-tuning-prepare"),
                Declaration
                        .of(LintRules.and(LintRules.takingTurns(LintRules.answer()), LintRules.tokensAtMost(TOKENS)),
                                VertexSftFormat::line)
                        .within(FileLimits.atLeast(1).atMostBytes(1_000 * FileLimits.MEGABYTE))
                        .ofBestAnswers());
    }

    private static Map<String, Object> line(TrainingRow row) {
        Map<String, Object> line = new LinkedHashMap<>();
        if (row.hasSystem()) {
            line.put("systemInstruction",
                    TrainingRow.line("role", Message.SYSTEM, "parts", GeminiRows.parts(row.system())));
        }
        line.put("contents", GeminiRows.contents(Stream.concat(row.turns().stream(), row.chosen().stream()).toList()));
        return line;
    }

    @Override
    Declaration variant(ExportSource source) {
        return GeminiRows.variant(super.variant(source), source);
    }
}
