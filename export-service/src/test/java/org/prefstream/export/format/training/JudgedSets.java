package org.prefstream.export.format.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.prefstream.contract.PreferenceRecord;
import org.prefstream.export.Records;
import org.prefstream.export.format.Ties;
import org.prefstream.labelstudio.json.Json;

/**
 * Judgements with everything that formats treat in different ways. The name of each is the id of its record, so that a test shows
 * what became of which.
 */
final class JudgedSets {

    /** Stands in golden files for {@link #LONG}. */
    static final String LONG_MARK = "<200 kB>";
    static final String LONG = "abcdefghi ".repeat(20_000);
    /** Stands in golden files for {@link #HUGE}. */
    static final String HUGE_MARK = "<600 kB>";
    static final String HUGE = "ABCDEFGHI ".repeat(60_000);

    private static final String HIGH_SURROGATE = "\ud83d";

    private final List<String> records = new ArrayList<>();
    /** What is said of each pair, where ties are among them. */
    private String outcome = "";

    private JudgedSets() {
    }

    /** {@return judgements of which none is a conversation} */
    static List<String> texts() {
        JudgedSets sets = new JudgedSets();
        sets.text("question", "Why does ice float?", "It is lighter.", "It is cold.", 2);
        sets.text("lines", "Say \"yes\" /\u2028twice", "yes\nyes", "yes\tno", 0);
        sets.text("beyond-bmp", "\ud83c\udf0a = \ud835\udd18?", "\ud83d\ude80 \ud840\udc00", "\ud83d\ude80", 1);
        sets.text("long-answer", "Go on.", LONG, "No.", 3);
        sets.ranking("ranking", "Rank these.", List.of("first", "second", "third", "fourth"));
        sets.text("blank-prompt", " ", "something", "else", 1);
        sets.text("blank-answer", "Well?", "\n", "else", 1);
        sets.text("blank-rejected", "Well?", "something", "", 1);
        sets.text("identical", "Well?", "the same", "the same", 1);
        sets.text("lone-surrogate", "Well?", "half a wave " + HIGH_SURROGATE, "none", 1);
        sets.text("reserved", "User: who are you?\n\nHuman: I?", "I am <image>.", "Bot: none", 1);
        sets.text("huge-answer", "Go on.", HUGE, "No.", 3);
        sets.ranking("models-ranking", "Rank these models.", List.of("best", "good", "fair", "poor"));
        return sets.records;
    }

    /** {@return judgements of conversations, and of texts that have become messages among them} */
    static List<String> conversations() {
        JudgedSets sets = new JudgedSets();
        sets.text("question", "Why does ice float?", "It is lighter.", "It is cold.", 2, PreferenceRecord::asMessages);
        sets.said("several-turns", List.of(user("Hi"), assistant("Hello"), user("Bye")), "See you", "What?");
        sets.said("system", List.of(system("Be kind."), user("Hi")), "Hello, friend", "Go away");
        sets.said("system-and-turns", List.of(system("Be \ud83d\ude42."), user("Hi"), assistant("Hello"), user("Bye")),
                "See you", "What?");
        sets.said("long-answer", List.of(user("Go on.")), LONG, "No.");
        sets.said("system-in-the-middle", List.of(user("Hi"), system("Be kind."), user("Hi?")), "Hello", "No");
        sets.said("two-users", List.of(user("Hi"), user("Hi?")), "Hello", "No");
        sets.said("begins-on-assistant", List.of(assistant("Hi"), user("Hi?")), "Hello", "No");
        sets.said("ends-on-assistant", List.of(user("Hi"), assistant("Well,")), "hello", "no");
        sets.said("unknown-role", List.of(message("critic", "Hm."), user("Hi")), "Hello", "No");
        sets.said("blank-message", List.of(user("Hi"), assistant(" "), user("Hi?")), "Hello", "No");
        sets.said("identical", List.of(user("Hi")), "Hello", "Hello");
        sets.said("named", List.of(with(user("Hi"), "name", "Ann")), "Hello", "No");
        sets.said("tool",
                List.of(user("2+2?"),
                        with(assistant(""), "tool_calls",
                                List.of(with(with(Map.of(), "type", "function"), "function", Map.of("name", "add")))),
                        with(message("tool", "4"), "tool_call_id", "1")),
                "4", "5");
        sets.add("two-messages", List.of(user("Hi")), List.of(assistant("Hello"), assistant("Again")),
                List.of(assistant("No")), 1, 0, 1, "two-messages");
        return sets.records;
    }

    /** {@return ties with the rows of them that a format may have, and preferences beside them} */
    static List<String> ties(Ties possible) {
        return allTies().stream()
                .filter(row -> possible == Ties.TWO || !row.contains("/1-0"))
                .filter(row -> possible == Ties.ONE_AND_BOTH_BAD || !row.contains("both_bad"))
                .toList();
    }

    private static List<String> allTies() {
        JudgedSets sets = new JudgedSets();
        sets.outcome = "tie";
        sets.tie("tie", "Why does ice float?", "It is lighter.", "It weighs less.");
        sets.tie("beyond-bmp", "\ud83c\udf0a?", "\ud83d\ude80", "\ud840\udc00");
        sets.tie("long-answer", "Go on.", LONG, "No.");
        sets.tie("blank-answer", "Well?", " ", "else");
        sets.tie("identical", "Well?", "the same", "the same");
        sets.tie("lone-surrogate", "Well?", "half a wave " + HIGH_SURROGATE, "none");
        sets.tie("ranking-tied", "Rank these.", "first", "second");
        sets.outcome = "both_bad";
        sets.add("both-bad", "Well?", "no", "none", 0, 0, 1, "both-bad");
        sets.outcome = "preference";
        sets.text("preference", "Well?", "yes", "no", 0);
        return sets.records;
    }

    private void tie(String id, String prompt, String first, String second) {
        add(id + "/0-1", prompt, first, second, 0, 0, 1, id);
        add(id + "/1-0", prompt, second, first, 0, 1, 0, id);
    }

    /** {@return the records as a source gives them} */
    static Stream<byte[]> bytes(List<String> records) {
        return records.stream().map(record -> record.getBytes(StandardCharsets.UTF_8));
    }

    private void text(String id, String prompt, String chosen, String rejected, int strength) {
        text(id, prompt, chosen, rejected, strength, record -> record);
    }

    private void text(String id, String prompt, String chosen, String rejected, int strength,
            UnaryOperator<PreferenceRecord> turned) {
        add(id, prompt, chosen, rejected, strength, 1, 0, id, turned);
    }

    private void said(String id, List<Map<String, Object>> prompt, String chosen, String rejected) {
        add(id, prompt, List.of(assistant(chosen)), List.of(assistant(rejected)), 1, 0, 1, id);
    }

    /** Each answer is better than those behind it. */
    private void ranking(String id, String prompt, List<String> answers) {
        for (int better = 0; better < answers.size(); better++) {
            for (int worse = better + 1; worse < answers.size(); worse++) {
                add("%s-%d-%d".formatted(id, better, worse), prompt, answers.get(better), answers.get(worse), 0, better,
                        worse, id);
            }
        }
    }

    private void add(String id, Object prompt, Object chosen, Object rejected, int strength, int chosenIndex,
            int rejectedIndex, String group) {
        add(id, prompt, chosen, rejected, strength, chosenIndex, rejectedIndex, group, record -> record);
    }

    private void add(String id, Object prompt, Object chosen, Object rejected, int strength, int chosenIndex,
            int rejectedIndex, String group, UnaryOperator<PreferenceRecord> turned) {
        PreferenceRecord like = Records.preference(7, 42, 91, "better");
        boolean isNamed = !id.startsWith("ranking");
        String record = escaped(Json.write(turned.apply(new PreferenceRecord(like.schema(), prompt, chosen, rejected,
                strength, id, group, 7, 42, 91, 1, like.control(), strength, chosenIndex, rejectedIndex,
                isNamed ? "m-7b" : "", isNamed ? "m-1b" : "", List.of(1, 0, 2, 3), like.annotatorId(), like.leadTimeS(),
                like.split(), "", like.submittedAt(), ""))));
        records.add(outcome.isEmpty() ? record : record.replaceFirst("}$", ",\"outcome\":\"" + outcome + "\"}"));
    }

    /** UTF-8 has no half of a character, but the escapes of JSON have. */
    private static String escaped(String json) {
        return json.replace(HIGH_SURROGATE + "\"", "\\ud83d\"");
    }

    private static Map<String, Object> user(String content) {
        return message("user", content);
    }

    private static Map<String, Object> assistant(String content) {
        return message("assistant", content);
    }

    private static Map<String, Object> system(String content) {
        return message("system", content);
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    private static Map<String, Object> with(Map<String, Object> message, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(message);
        more.put(key, value);
        return more;
    }
}
