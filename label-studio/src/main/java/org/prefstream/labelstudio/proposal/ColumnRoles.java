package org.prefstream.labelstudio.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.prefstream.labelstudio.proposal.Column.Kind;

/**
 * What columns are to annotators.
 *
 * @param prompts names of the columns that are shown above the answers, in the order of the file
 * @param answers names of the columns that are compared: two, or one whose values are lists of answers; none if nobody can tell
 */
public record ColumnRoles(List<String> prompts, List<String> answers) {

    /** What people call what a model wrote. */
    private static final Set<String> ANSWER = Set.of("answer", "response", "completion", "output", "reply", "candidate",
            "generation", "continuation", "result", "prediction", "summary", "translation");
    /** The same, where each task has a list of them. */
    private static final Set<String> ANSWERS = Set.of("answers", "responses", "completions", "outputs", "replies",
            "candidates", "generations", "continuations", "results", "predictions", "summaries", "translations");
    /** What people call what a model was asked. */
    private static final Set<String> PROMPT = Set.of("prompt", "question", "instruction", "query", "input", "context",
            "problem", "request", "messages", "conversation", "conversations", "dialogue", "history", "system",
            "article", "document", "passage", "post");
    /** The same, if nothing else is called so: often it is a label. */
    private static final Set<String> WEAK_PROMPT = Set.of("task", "user", "title", "topic");
    /** What tells about an answer or a task, and is not read by annotators. */
    private static final Set<String> ABOUT = Set.of("id", "uuid", "hash", "idx", "index", "model", "models", "engine",
            "policy", "source", "dataset", "origin", "sha", "sha256", "keywords", "version", "score", "scores",
            "rating", "rank", "reward", "label", "winner", "preference", "judge", "split", "tokens", "length", "len",
            "time", "date", "timestamp", "created", "latency", "cost", "url", "link", "license", "lang", "language",
            "category", "type", "tag", "tags", "annotator", "author", "meta", "metadata");
    /** By what the columns of two answers differ. */
    private static final Pattern SIDE = Pattern.compile("[0-9]{1,2}|[a-h]|left|right|first|second|one|two|chosen|"
            + "rejected|accepted|preferred|dispreferred|win|lose|better|worse|good|bad|base|new|old|baseline");

    public ColumnRoles {
        prompts = List.copyOf(prompts);
        answers = List.copyOf(answers);
    }

    /** {@return what the columns seem to be, by their names first and by what they hold then} */
    public static ColumnRoles of(List<Column> columns) {
        List<Column> shown = columns.stream().filter(Column::canBeShown).toList();
        List<Column> answers = answers(shown);
        List<Column> rest = shown.stream()
                .filter(column -> column.kind().isRead() && !column.isAnswered() && !answers.contains(column))
                .filter(column -> !isAbout(column))
                .toList();
        return new ColumnRoles(names(prompts(rest, answers, shown)), names(answers));
    }

    /** What is called a prompt and nothing else comes first. Where no name tells of one, it is the first text before the answers. */
    private static List<Column> prompts(List<Column> rest, List<Column> answers, List<Column> shown) {
        return Stream
                .<Predicate<Column>>of(column -> PROMPT.containsAll(words(column.name())), isNamed(PROMPT),
                        isNamed(WEAK_PROMPT))
                .map(isPrompt -> rest.stream().filter(isPrompt).toList())
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElseGet(() -> rest.stream()
                        .filter(column -> !answers.isEmpty() && shown.indexOf(column) < shown.indexOf(answers.get(0)))
                        .limit(1)
                        .toList());
    }

    private static List<Column> answers(List<Column> shown) {
        List<Column> sides = sides(shown);
        if (!sides.isEmpty()) {
            return sides;
        }
        List<Column> lists = shown.stream()
                .filter(column -> column.kind().isList())
                .filter(isNamed(PROMPT).negate())
                .toList();
        Optional<Column> named = lists.stream().filter(isNamed(ANSWERS)).findFirst();
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<Column> others = lists.stream().filter(column -> !isAbout(column)).limit(1).toList();
        boolean hasAnswer = shown.stream().anyMatch(isNamed(ANSWER));
        return others.isEmpty() || hasAnswer ? lastTwo(shown) : others;
    }

    /** Two columns whose names differ by a side alone. Of several such pairs the one that is called answers, and by the fewest words. */
    private static List<Column> sides(List<Column> shown) {
        Map<String, List<Column>> alike = new LinkedHashMap<>();
        shown.stream().filter(ColumnRoles::mayBeAnswer).forEach(column -> {
            List<String> words = words(column.name());
            for (int at = 0; at < words.size(); at++) {
                if (SIDE.matcher(words.get(at)).matches()) {
                    List<String> others = new ArrayList<>(words);
                    others.set(at, "*");
                    alike.computeIfAbsent(String.join(" ", others), key -> new ArrayList<>()).add(column);
                }
            }
        });
        return alike.values()
                .stream()
                .filter(pair -> pair.size() > 1 && (!isAbout(pair.get(0)) || isNamed(ANSWER).test(pair.get(0))))
                .max(Comparator.<List<Column>, Boolean>comparing(pair -> !isAbout(pair.get(0)))
                        .thenComparing(pair -> isNamed(ANSWER).test(pair.get(0)))
                        .thenComparing(pair -> !isNamed(PROMPT).test(pair.get(0)))
                        .thenComparing(pair -> -words(pair.get(0).name()).size())
                        .thenComparing(pair -> pair.get(0).length() + pair.get(1).length()))
                .map(pair -> pair.subList(0, 2))
                .orElse(List.of());
    }

    /** Where three texts are all that there is, or two beside one that is called a prompt, they are a prompt and its answers. */
    private static List<Column> lastTwo(List<Column> shown) {
        List<Column> texts = shown.stream().filter(column -> column.kind().isRead() && !isAbout(column)).toList();
        List<Column> answers = texts.stream().filter(isNamed(PROMPT).negate()).toList();
        if (answers.size() == 2) {
            // an output beside something else has nothing to be compared with
            boolean areAlike = isNamed(ANSWER).test(answers.get(0)) == isNamed(ANSWER).test(answers.get(1));
            return areAlike ? answers : List.of();
        }
        return answers.size() == 3 && answers.size() == texts.size() ? answers.subList(1, 3) : List.of();
    }

    /** An answer may be nothing but a number. */
    private static boolean mayBeAnswer(Column column) {
        return column.kind().isRead() || (column.kind() == Kind.NUMERIC && isNamed(ANSWER).test(column));
    }

    private static Predicate<Column> isNamed(Set<String> words) {
        return column -> words(column.name()).stream().anyMatch(words::contains);
    }

    private static boolean isAbout(Column column) {
        return isNamed(ABOUT).test(column);
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** {@return the words of a name: answerA, answer_a and answer-a have the same ones, and so have answer1 and answer 1} */
    private static List<String> words(String name) {
        String apart = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=[0-9])|(?<=[0-9])(?=\\p{L})", " ");
        return List.of(apart.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}0-9]+"));
    }
}
