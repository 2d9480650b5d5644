package org.prefstream.export.format.training;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules that formats choose from. */
final class LintRules {

    /** Lengths are counted in quarters of a token: what models that count tokens take a character for, about. */
    private static final int QUARTERS = 4;
    /** Of the scripts that begin here, most tokens have one character. */
    private static final int DENSE = 0x800;
    private static final Set<String> ANSWERABLE = Set.of(Message.USER, Message.ASSISTANT, "tool");

    private LintRules() {
    }

    /** {@return the rules of each format that writes rows anew} */
    static List<LintRule> always() {
        return List.of(wholeCharacters(), noBlankText());
    }

    /** {@return the rules of formats that have both answers} */
    static List<LintRule> pair() {
        return and(always(), differentAnswers());
    }

    /** {@return the rules of formats whose answers are one text each, behind messages that are texts} */
    static List<LintRule> textPair() {
        return and(always(), texts(), differentAnswers(), singleAnswers());
    }

    /** {@return the rules of formats that have the chosen answer alone} */
    static List<LintRule> answer() {
        return and(always(), texts(), singleAnswers());
    }

    /** {@return rules, and that the roles are the usual ones and the user is last} */
    static List<LintRule> answerable(List<LintRule> rules) {
        return and(rules, usualRoles(), endsOnUser());
    }

    /** {@return rules, and that the system speaks first or not at all, user and assistant take turns, and the user is last} */
    static List<LintRule> takingTurns(List<LintRule> rules) {
        return and(rules, usualRoles(), systemFirst(), alternating(), endsOnUser());
    }

    private static LintRule usualRoles() {
        return roles(Message.SYSTEM, Message.USER, Message.ASSISTANT);
    }

    /** {@return rules, and more behind them} */
    static List<LintRule> and(List<LintRule> rules, LintRule... more) {
        return Stream.concat(rules.stream(), Stream.of(more)).toList();
    }

    static LintRule wholeCharacters() {
        return LintRule.not(LintCode.LONE_SURROGATE, row -> anyText(row, LintRules::hasLoneSurrogate),
                LintCode.LONE_SURROGATE.why());
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static boolean anyText(TrainingRow row, Predicate<String> has) {
        return row.all().map(Message::content).anyMatch(has);
    }

    static LintRule noBlankText() {
        return LintRule.not(LintCode.EMPTY_TEXT,
                row -> Stream.concat(Stream.of(row.prompt()), row.answers())
                        .anyMatch(part -> part.isEmpty() || part.stream().anyMatch(Message::isBlank)),
                LintCode.EMPTY_TEXT.why());
    }

    static LintRule differentAnswers() {
        return LintRule.not(LintCode.IDENTICAL_ANSWERS, row -> row.chosen().equals(row.rejected()),
                LintCode.IDENTICAL_ANSWERS.why());
    }

    static LintRule singleAnswers() {
        return LintRule.not(LintCode.PAIR_COUNT, row -> !row.hasSingleAnswers(), LintCode.PAIR_COUNT.why());
    }

    static LintRule texts() {
        return LintRule.not(LintCode.NON_TEXT_CONTENT, row -> !row.all().allMatch(Message::isText),
                LintCode.NON_TEXT_CONTENT.why());
    }

    static LintRule singleTurn() {
        return LintRule.not(LintCode.NOT_SINGLE_TURN, row -> !row.isSingleTurn(), LintCode.NOT_SINGLE_TURN.why());
    }

    /** {@return the rule that a prompt is one question, behind what the system says if it says something} */
    static LintRule singleQuestion() {
        return LintRule.not(LintCode.NOT_SINGLE_TURN,
                row -> row.turns().size() != 1 || !row.turns().get(0).role().equals(Message.USER),
                LintCode.NOT_SINGLE_TURN.why());
    }

    /** {@return the rule that the prompt has only these roles} */
    static LintRule roles(String... known) {
        Set<String> roles = Set.of(known);
        return new LintRule(LintCode.ROLE_NOT_KNOWN,
                row -> row.prompt()
                        .stream()
                        .map(Message::role)
                        .filter(role -> !roles.contains(role))
                        .findFirst()
                        .map(role -> "A message has the role \"%s\", and the format knows only %s.".formatted(role,
                                String.join(", ", known)))
                        .orElse(null));
    }

    static LintRule systemFirst() {
        return LintRule.not(LintCode.SYSTEM_NOT_FIRST,
                row -> row.turns().stream().anyMatch(message -> message.role().equals(Message.SYSTEM)),
                LintCode.SYSTEM_NOT_FIRST.why());
    }

    /** {@return the rule that user and assistant take turns, the user first; what the system says first does not count} */
    static LintRule alternating() {
        return LintRule.not(LintCode.ROLE_ALTERNATION, row -> {
            List<Message> turns = row.turns();
            for (int i = 0; i < turns.size(); i++) {
                if (!turns.get(i).role().equals(i % 2 == 0 ? Message.USER : Message.ASSISTANT)) {
                    return true;
                }
            }
            return false;
        }, LintCode.ROLE_ALTERNATION.why());
    }

    static LintRule endsOnUser() {
        return LintRule.not(LintCode.LAST_ROLE,
                row -> !row.prompt().get(row.prompt().size() - 1).role().equals(Message.USER),
                LintCode.LAST_ROLE.why());
    }

    /** {@return the rule that a trainer's template lets an answer follow: what a dataset record keeps always} */
    static LintRule endsAnswerable() {
        return LintRule.not(LintCode.LAST_ROLE,
                row -> !ANSWERABLE.contains(row.prompt().get(row.prompt().size() - 1).role()),
                LintCode.LAST_ROLE.why());
    }

    /** {@return the rule that no text has any of these} */
    static LintRule without(List<String> reserved) {
        return new LintRule(LintCode.RESERVED_TOKEN, row -> reserved.stream()
                .filter(token -> anyText(row, text -> text.contains(token)))
                .findFirst()
                .map(token -> "A text has \"%s\", which the consumer takes for its own mark.".formatted(token.strip()))
                .orElse(null));
    }

    /** {@return the rule that the prompt and the longer answer have at most so many tokens, about} */
    static LintRule tokensAtMost(int tokens) {
        return LintRule.not(LintCode.ROW_TOO_LONG,
                row -> quarters(row.prompt())
                        + Math.max(quarters(row.chosen()), quarters(row.rejected())) > (long) tokens * QUARTERS,
                LintCode.ROW_TOO_LONG.why());
    }

    /** {@return the rule that each message has at most so many tokens, about} */
    static LintRule messageTokensAtMost(int tokens) {
        return LintRule.not(LintCode.ROW_TOO_LONG,
                row -> anyText(row, text -> quarters(text) > (long) tokens * QUARTERS), LintCode.ROW_TOO_LONG.why());
    }

    /** {@return the rule that what the system says first has at most so many tokens, about} */
    static LintRule systemTokensAtMost(int tokens) {
        return LintRule.not(LintCode.ROW_TOO_LONG, row -> quarters(row.system()) > (long) tokens * QUARTERS,
                LintCode.ROW_TOO_LONG.why());
    }

    private static long quarters(List<Message> messages) {
        return messages.stream().mapToLong(message -> quarters(message.content())).sum();
    }

    private static long quarters(String text) {
        return text.codePoints().mapToLong(character -> character < DENSE ? 1 : QUARTERS).sum();
    }

    static LintRule knownModels() {
        return LintRule.not(LintCode.MODEL_NOT_KNOWN,
                row -> row.text("chosen_model").isEmpty() || row.text("rejected_model").isEmpty(),
                LintCode.MODEL_NOT_KNOWN.why());
    }
}
