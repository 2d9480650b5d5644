package org.prefstream.labelstudio.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.prefstream.labelstudio.json.Json;

/**
 * A labeling configuration with a task, and what an annotator reads there.
 *
 * @param config XML that compares two texts under the name {@code comparison}
 * @param data the task's data as JSON
 * @param prompt the words of each part of the prompt, a conversation as JSON
 * @param captions what says the same for every task
 * @param answers the two that are compared, in data order
 * @param warned whether the configuration has a tag that nobody knows
 */
public record GeneratedTask(
        String config,
        String data,
        List<String> prompt,
        List<String> captions,
        List<String> answers,
        boolean warned) {

    private static final String[] WORDS = {"river", "Größe", "日本", "a\"b", "1 < 2", "it's", "line\nbreak", "\u2028",
            "$5", "<b>bold</b>", "😀", "{{x}}", "tab\there", "&amp;", "back\\slash"};

    /** {@return the next one: equal seeds give equal tasks} */
    public static GeneratedTask next(Random random) {
        return new Generator(random).task();
    }

    /** {@return what a row holds as its prompt: a text, or messages if any part is a conversation} */
    public Object trainingPrompt() {
        List<Object> messages = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        boolean conversational = false;
        for (String part : prompt) {
            if (part.startsWith("[{\"role\":")) {
                conversational = true;
                ask(texts, messages);
                messages.addAll(Json.readList(part));
            } else if (!part.isBlank()) {
                texts.add(part);
            }
        }
        if (!conversational) {
            return String.join("\n\n", texts);
        }
        ask(texts, messages);
        return messages;
    }

    /** {@return whether no row can follow: the answers are equal or one of them is blank} */
    public boolean teachesNothing() {
        return answers.get(0).equals(answers.get(1)) || answers.stream().anyMatch(String::isBlank);
    }

    /** {@return the configuration with a comparison that can never give a row} */
    public String brokenConfig(Random random) {
        String broken = List.of("one,one", "one", "one,nowhere", "one,two,one", "").get(random.nextInt(5));
        return config.replace("toName=\"one,two\"", "toName=\"" + broken + "\"");
    }

    private static void ask(List<String> texts, List<Object> messages) {
        if (!texts.isEmpty()) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("role", "user");
            message.put("content", String.join("\n\n", texts));
            messages.add(message);
            texts.clear();
        }
    }

    /** Writes tags one after another, and notes what each of them shows. */
    private static final class Generator {

        private final Random random;
        private final StringBuilder xml = new StringBuilder();
        private final Map<String, Object> data = new LinkedHashMap<>();
        private final List<String> prompt = new ArrayList<>();
        private final List<String> captions = new ArrayList<>();
        private int keys;
        private boolean warned;

        Generator(Random random) {
            this.random = random;
        }

        GeneratedTask task() {
            int answersAt = random.nextInt(4);
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                if (i == answersAt) {
                    answers(answers);
                }
                part();
            }
            return new GeneratedTask("<View>" + xml + "</View>", Json.write(data), prompt, captions, answers, warned);
        }

        private void answers(List<String> answers) {
            tag("Pairwise", "name=\"comparison\" toName=\"one,two\"");
            for (String name : List.of("one", "two")) {
                Value value = value();
                answers.add(value.shown);
                tag("Text", "name=\"" + name + "\" " + attribute(value.written));
            }
        }

        private void part() {
            switch (random.nextInt(9)) {
                case 8 -> unknown();
                case 0 -> within(random.nextBoolean() ? "View" : "Collapse");
                case 1 -> caption();
                case 2 -> dialogue();
                case 3 -> repeater();
                case 4 -> literal();
                default -> shown(List.of("Text", "HyperText", "Header", "Markdown").get(random.nextInt(4)));
            }
        }

        private void within(String tag) {
            xml.append('<').append(tag).append('>');
            shown("Text");
            xml.append("</").append(tag).append('>');
        }

        private void unknown() {
            Value value = value();
            prompt.add(value.shown);
            warned = true;
            tag("Poem", "name=\"" + key() + "\" " + attribute(value.written));
        }

        private void caption() {
            String text = text();
            captions.add(text);
            tag("Header", attribute(text));
        }

        private void literal() {
            String text = text();
            prompt.add(text);
            tag("Text", "name=\"" + key() + "\" " + attribute(text));
        }

        private void shown(String tag) {
            Value value = value();
            prompt.add(value.shown);
            boolean named = tag.equals("Text") || tag.equals("HyperText") || random.nextBoolean();
            tag(tag, (named ? "name=\"" + key() + "\" " : "") + attribute(value.written));
        }

        private void dialogue() {
            String key = key();
            String first = text();
            String second = text();
            data.put(key, List.of(Map.of("who", "Customer", "said", first), Map.of("who", "Agent", "said", second)));
            prompt.add("[{\"role\":\"user\",\"content\":%s,\"name\":\"Customer\"},".formatted(Json.write(first))
                    + "{\"role\":\"assistant\",\"content\":%s,\"name\":\"Agent\"}]".formatted(Json.write(second)));
            tag("Paragraphs", "name=\"" + key() + "\" value=\"$" + key + "\" nameKey=\"who\" textKey=\"said\"");
        }

        private void repeater() {
            String key = key();
            String name = key();
            List<String> said = List.of(text(), text());
            data.put(key, said.stream().map(text -> Map.of("said", text)).toList());
            prompt.addAll(said);
            xml.append("<Repeater on=\"$").append(key).append("\">");
            tag("Text", "name=\"" + name + "_{{idx}}\" value=\"$" + key + "[{{idx}}].said\"");
            xml.append("</Repeater>");
        }

        /** A value that a configuration can say, and what it shows of the data that it needs. */
        private Value value() {
            String key = key();
            String text = random.nextInt(12) == 0 ? " " : text();
            switch (random.nextInt(6)) {
                case 0 -> {
                    data.put(key, Map.of("in", Map.of("text", text)));
                    return new Value("$" + key + ".in.text", text);
                }
                case 1 -> {
                    data.put(key, List.of("other", Map.of("text", text)));
                    return new Value("$" + key + "[1].text", text);
                }
                case 2 -> {
                    data.put(key + ".dotted", text);
                    return new Value("$" + key + ".dotted", text);
                }
                case 3 -> {
                    String more = key();
                    data.put(key, text);
                    data.put(more, 7);
                    return new Value("Of $" + key + ", costs $ 5: ($" + more + ").",
                            "Of " + text + ", costs $ 5: (7).");
                }
                case 4 -> {
                    Map<String, Object> object = Map.of("a", text);
                    data.put(key, object);
                    return new Value("$" + key, Json.write(object));
                }
                default -> {
                    data.put(key, text);
                    return new Value("$" + key, text);
                }
            }
        }

        private record Value(String written, String shown) {
        }

        private void tag(String name, String attributes) {
            String cased = switch (random.nextInt(3)) {
                case 0 -> name.toLowerCase(Locale.ROOT);
                case 1 -> name.toUpperCase(Locale.ROOT);
                default -> name;
            };
            xml.append('<').append(cased).append(' ').append(attributes).append("/>");
        }

        private static String attribute(String value) {
            return "value=\"" + value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace("\"", "&quot;")
                    .replace("\n", "&#10;")
                    .replace("\t", "&#9;") + "\"";
        }

        /** Words without a variable: {@code $5} in them is none. */
        private String text() {
            StringBuilder text = new StringBuilder("w");
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            return text.toString();
        }

        private String key() {
            return "key" + keys++;
        }
    }
}
