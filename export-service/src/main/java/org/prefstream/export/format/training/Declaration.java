package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.prefstream.export.format.Ties;

/**
 * Which rows a format takes, and what it makes of them. Each format says its rules and its lines; the rest is for those that differ.
 *
 * @param rules the rules for rows, in the order in which they are asked
 * @param lines makes the lines of a row that keeps all rules
 * @param limits how large a file may be
 * @param frame what stands around and between the lines
 * @param ties which rows of ties a file can have
 * @param hasShapes whether texts are written as texts and conversations as messages; others have one shape for both
 * @param hasBestAnswers whether it has each judgement's best answers alone, and not one for each pair
 */
record Declaration(
        List<LintRule> rules,
        Function<TrainingRow, List<Map<String, Object>>> lines,
        FileLimits limits,
        Frame frame,
        Ties ties,
        boolean hasShapes,
        boolean hasBestAnswers) {

    Declaration {
        rules = List.copyOf(rules);
    }

    /** {@return a format that makes one line of a row} */
    static Declaration of(List<LintRule> rules, Function<TrainingRow, Map<String, Object>> line) {
        return ofLines(rules, row -> List.of(line.apply(row)));
    }

    /** {@return a format that may make several} */
    static Declaration ofLines(List<LintRule> rules, Function<TrainingRow, List<Map<String, Object>>> lines) {
        return new Declaration(rules, lines, FileLimits.NONE, Frame.LINES, Ties.NONE, false, false);
    }

    /** {@return the same with files that are so large at least and at most} */
    Declaration within(FileLimits allowed) {
        return new Declaration(rules, lines, allowed, frame, ties, hasShapes, hasBestAnswers);
    }

    /** {@return the same with something else than line ends around the lines} */
    Declaration framedBy(Frame around) {
        return new Declaration(rules, lines, limits, around, ties, hasShapes, hasBestAnswers);
    }

    /** {@return the same with rows of ties} */
    Declaration with(Ties possible) {
        return new Declaration(rules, lines, limits, frame, possible, hasShapes, hasBestAnswers);
    }

    /** {@return the same with texts as texts and conversations as messages} */
    Declaration inShapes() {
        return new Declaration(rules, lines, limits, frame, ties, true, hasBestAnswers);
    }

    /** {@return the same with each judgement's best answers alone} */
    Declaration ofBestAnswers() {
        return new Declaration(rules, lines, limits, frame, ties, hasShapes, true);
    }

    /** {@return the lines that a row becomes} The row keeps all rules. */
    List<Map<String, Object>> lines(TrainingRow row) {
        return lines.apply(row);
    }
}
