package org.prefstream.export.format.training;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Ties;

/**
 * Battles as FastChat and LMArena publish them: model a is the answer that was shown first, and the judge is the annotator as the
 * provenance names them. FastChat counts the votes of each judge.
 */
@ApplicationScoped
class ArenaFormat extends TrainingFormat {

    ArenaFormat() {
        super(Use.TRAINER.card(72, "ARENA", "Arena battles",
                "Two models, two conversations and the winner: for ratings such as Elo.",
                "https://github.com/lm-sys/FastChat/blob/main/fastchat/serve/monitor/clean_battle_data.py"),
                declaration(id -> ""));
    }

    private static Declaration declaration(LongFunction<String> judges) {
        return Declaration.of(LintRules.and(LintRules.textPair(), LintRules.knownModels()), row -> line(row, judges))
                .with(Ties.ONE_AND_BOTH_BAD);
    }

    @Override
    Declaration variant(ExportSource source) {
        return declaration(ProvenanceLine.annotators(source));
    }

    private static Map<String, Object> line(TrainingRow row, LongFunction<String> judges) {
        boolean isChosenA = isChosenFirstShown(row);
        List<Message> a = isChosenA ? row.chosen() : row.rejected();
        List<Message> b = isChosenA ? row.rejected() : row.chosen();
        return TrainingRow.line("question_id", row.recordId(), "model_a",
                row.text(isChosenA ? "chosen_model" : "rejected_model"), "model_b",
                row.text(isChosenA ? "rejected_model" : "chosen_model"), "winner", winner(row, isChosenA), "judge",
                judge(row, judges), "conversation_a", TrainingRow.plain(row.with(a)), "conversation_b",
                TrainingRow.plain(row.with(b)), "turn",
                row.prompt().stream().filter(message -> message.role().equals(Message.USER)).count(), "anony", true,
                "language", "unknown", "tstamp", seconds(row));
    }

    private static String judge(TrainingRow row, LongFunction<String> judges) {
        return row.keys().get("annotator_id") instanceof Number id ? judges.apply(id.longValue()) : "";
    }

    private static String winner(TrainingRow row, boolean isChosenA) {
        if (row.isBothBad()) {
            return "tie (bothbad)";
        }
        return row.isTie() ? "tie" : isChosenA ? "model_a" : "model_b";
    }

    private static boolean isChosenFirstShown(TrainingRow row) {
        List<Integer> shown = new ArrayList<>();
        for (Object place : row.keys().get("shown_order") instanceof List<?> order ? order : List.of()) {
            shown.add(place instanceof Number candidate ? candidate.intValue() : -1);
        }
        return shown.indexOf(row.number("chosen_index")) < shown.indexOf(row.number("rejected_index"));
    }

    /** {@return when it was judged, in seconds since 1970; 0.0 where the record does not say} */
    private static BigDecimal seconds(TrainingRow row) {
        Instant at = row.text("submitted_at").isEmpty() ? Instant.EPOCH : Instant.parse(row.text("submitted_at"));
        return BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at), 6);
    }
}
