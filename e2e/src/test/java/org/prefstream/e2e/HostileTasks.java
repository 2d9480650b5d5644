package org.prefstream.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.prefstream.e2e.support.HostileText;

/** Tasks and a configuration that are made of hostile texts, a few in each task. */
final class HostileTasks {

    private static final List<HostileText> TEXTS = HostileText.storable();
    private static final int EACH = 3;
    private static final int SHORT = 40;
    private static final int ATTRIBUTE = 300;

    private HostileTasks() {
    }

    /** {@return comparisons in which each text is a prompt or an answer} */
    static List<Map<String, Object>> comparisons() {
        return tasks((number, texts) -> Map.of("prompt", prompt(number) + "\n\n" + texts.get(0), "answer1",
                texts.get(1), "answer2", texts.get(2)));
    }

    /** {@return the same for tags that show HTML} */
    static List<Map<String, Object>> pages() {
        return tasks((number, texts) -> Map.of("prompt", prompt(number), "html", texts.get(0), "answer1", texts.get(1),
                "answer2", texts.get(2)));
    }

    /** {@return conversations in which each text is said, and its beginning is a role, a tool or what a tool is told} */
    static List<Map<String, Object>> conversations() {
        return tasks((number, texts) -> Map.of("prompt", dialogue(prompt(number), texts.get(0), texts.get(1)),
                "answer1", dialogue("Well.", texts.get(1), texts.get(2)), "answer2",
                dialogue("So.", texts.get(2), texts.get(0))));
    }

    /** {@return lists in which each text is an item} */
    static List<Map<String, Object>> lists() {
        return tasks((number, texts) -> Map.of("prompt", prompt(number), "items", texts));
    }

    /** {@return dialogues in which each text is said and begins a name, with choices and an address that it is, too} */
    static List<Map<String, Object>> dialogues() {
        return tasks((number, texts) -> Map.of("prompt", prompt(number), "said",
                texts.stream().map(text -> Map.of("author", start(text), "text", text)).toList(), "options",
                texts.stream()
                        .map(text -> Map.of("value", "%d %s".formatted(texts.indexOf(text), start(text))))
                        .toList(),
                "picture", texts.get(0)));
    }

    /** Makes a task of three texts each. The last one may get some that another one has too. */
    private static List<Map<String, Object>> tasks(BiFunction<Integer, List<String>, Map<String, Object>> task) {
        List<String> texts = TEXTS.stream().map(HostileText::text).toList();
        return IntStream.range(0, (texts.size() + EACH - 1) / EACH).mapToObj(number -> {
            int from = Math.min(number * EACH, texts.size() - EACH);
            return task.apply(number, texts.subList(from, from + EACH));
        }).toList();
    }

    private static List<Map<String, Object>> dialogue(String first, String one, String other) {
        Map<String, Object> call = Map.of("type", "function", "function",
                Map.of("name", start(one), "arguments", Map.of(start(other), one)));
        return List.of(message("user", first), message(start(one), other),
                Map.of("role", "assistant", "tool_calls", List.of(call)),
                Map.of("role", "tool", "name", start(other), "content", one));
    }

    private static String start(String text) {
        return new HostileText("", text).first(SHORT);
    }

    private static Map<String, Object> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    /** {@return a configuration that has every text as header, caption, option, hint, title, class, style and style sheet} */
    static String configuration() {
        List<String> tags = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (HostileText text : HostileText.writableInXml()) {
            String value = text.attribute(ATTRIBUTE);
            String name = "n" + tags.size();
            tags.add("<Style>%s</Style><View className=\"%2$s\" style=\"%2$s\"><Header value=\"%2$s\"/></View>"
                    .formatted(value, value));
            tags.add("<HyperText name=\"%s\" value=\"%s\"/>".formatted(name, value));
            options.add("<Choice value=\"%d %s\" hint=\"%s\"/>".formatted(tags.size(), value, value));
        }
        String hostile = HostileText.writableInXml().get(0).attribute(ATTRIBUTE);
        return """
                <View>%s<Text name="prompt" value="$prompt"/>
                <Text name="answer1" value="$answer1"/><Text name="answer2" value="$answer2"/>
                <Pairwise name="comparison" toName="answer1,answer2" selectionStyle="background: url(//x.example)"/>
                <Choices name="options" toName="prompt" choice="multiple">%s</Choices>
                <TextArea name="why" toName="prompt" title="%s" placeholder="%s"/></View>"""
                .formatted(String.join("\n", tags), String.join("\n", options), hostile, hostile);
    }

    static String prompt(int number) {
        return "Prompt " + number + ": which is better?";
    }
}
