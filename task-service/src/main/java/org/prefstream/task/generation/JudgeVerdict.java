package org.prefstream.task.generation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;
import org.prefstream.labelstudio.tag.Selection;

/**
 * What a judge model said of a pair that it was shown in both orders. It prefers an answer only if it does so in both; everything else is a
 * tie, as in Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena (2023), 3.4.
 *
 * @param score how far the two orders agree: 1 if they do, 0.5 if one of them is a tie, 0 if the place decided
 */
record JudgeVerdict(Selection selection, BigDecimal score) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int SHOWN = 80;
    /** What reasoning models say before their answer, where their server does not take it away. */
    private static final Pattern THOUGHT = Pattern.compile("\\A\\s*<think>.*?</think>", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("\\A```(?:json)?\\s*(.*?)\\s*```\\z", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\[\\[(A|B|TIE)]]|(A|B|TIE)\\.?");

    /**
     * {@return the verdict}
     *
     * @param leftFirst what was said when the left answer was A
     * @param rightFirst what was said when the right answer was A
     */
    static JudgeVerdict of(String leftFirst, String rightFirst) throws NotAnswered {
        Selection one = said(leftFirst);
        Selection other = switched(said(rightFirst));
        if (one == other) {
            return new JudgeVerdict(one, BigDecimal.ONE);
        }
        boolean hasTie = one == Selection.TIE || other == Selection.TIE;
        return new JudgeVerdict(Selection.TIE, hasTie ? HALF : BigDecimal.ZERO);
    }

    /** {@return whether the answer in the same place was preferred both times} */
    boolean isContradicted() {
        return score.signum() == 0;
    }

    private static Selection switched(Selection selection) {
        return switch (selection) {
            case LEFT -> Selection.RIGHT;
            case RIGHT -> Selection.LEFT;
            default -> selection;
        };
    }

    /**
     * {@return which answer was preferred, the first one as {@link Selection#LEFT}} It is a letter, or JSON with one; nothing is guessed.
     *
     * @throws NotAnswered for this task, if that is neither
     */
    static Selection said(String text) throws NotAnswered {
        String said = FENCE.matcher(THOUGHT.matcher(text).replaceFirst("").strip()).replaceFirst("$1").strip();
        Matcher word = WORD.matcher((said.startsWith("{") ? member(said) : said).strip().toUpperCase(Locale.ROOT));
        if (!word.matches()) {
            throw NotAnswered.forThisTask("The judge was not understood. It said: " + shown(text));
        }
        String one = word.group(1) == null ? word.group(2) : word.group(1);
        return switch (one) {
            case "A" -> Selection.LEFT;
            case "B" -> Selection.RIGHT;
            default -> Selection.TIE;
        };
    }

    private static String member(String json) {
        try {
            Map<String, Object> members = StrictJson.readObject(json);
            @Nullable
            Object verdict = members.get("verdict");
            return verdict instanceof String text ? text : "";
        } catch (JsonRefused refused) {
            return "";
        }
    }

    private static String shown(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
