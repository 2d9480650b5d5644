package org.prefstream.annotation.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.dataset.TrainingText.Row;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.json.Json;

class TrainingTextTest {

    @Test
    void joinsWhatIsNotComparedInDocumentOrderWhateverTagShowsIt() {
        var spec = new ComparisonSpec(
                List.of(ShownObject.prompt("system", "Text", "Be brief."), Samples.candidate("a"),
                        ShownObject.prompt("picture", "Image", "$url"), Samples.text("empty"), Samples.text("gone"),
                        ShownObject.prompt("question", "HyperText", "$q"), Samples.candidate("b")),
                List.of(Samples.control("comparison", "pairwise", "a", "b")));
        Shown shown = Shown.of(spec, Samples.object("""
                {"a": "1", "b": "2", "url": "https://example.com/cat.png", "q": "<b>Why?</b>", "empty": ""}"""));

        assertThat(row(shown)).contains(new Row("Be brief.\n\nhttps://example.com/cat.png\n\n<b>Why?</b>", "1", "2"));
    }

    @Test
    void readsOtherValuesAsCompactJson() {
        assertThat(row("""
                {"prompt": {"b": 1.50, "a": [true, null]}, "answer1": 12.5, "answer2": false}"""))
                .contains(new Row("{\"b\":1.50,\"a\":[true,null]}", "12.5", "false"));
    }

    @Test
    void keepsTextAsItIs() {
        assertThat(row("""
                {"prompt": " p\\n", "answer1": "a\\r\\n  b ", "answer2": "<b>/"}"""))
                .contains(new Row(" p\n", "a\r\n  b ", "<b>/"));
    }

    @Test
    void keepsPairsWithoutAPrompt() {
        assertThat(row("{\"answer1\": \"a\", \"answer2\": \"b\"}")).contains(new Row("", "a", "b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"same\" | \"same\"", "\"\" | \"b\"", "\"a\" | \" \\n\"", "\"a\" | null",
            "[1] | \"[1]\""})
    void dropsPairsThatTeachNothing(String answer1, String answer2) {
        assertThat(row("{\"prompt\": \"p\", \"answer1\": %s, \"answer2\": %s}".formatted(answer1, answer2))).isEmpty();
    }

    @Test
    void turnsEverythingIntoMessagesWhereThePromptIsAConversation() {
        assertThat(row("""
                {"prompt": [{"role": "system", "content": "s", "weight": 0}, {"content": "u", "role": "user"}],
                 "answer1": "a", "answer2": "b"}""")).contains(
                new Row(messages("system", "s", "user", "u"), messages("assistant", "a"), messages("assistant", "b")));
    }

    @Test
    void turnsEverythingIntoMessagesWhereOneAnswerIsAConversation() {
        assertThat(row("""
                {"prompt": "p", "answer1": [{"role": "assistant", "content": "a"}], "answer2": "b"}"""))
                .contains(new Row(messages("user", "p"), messages("assistant", "a"), messages("assistant", "b")));
    }

    @Test
    void writesMessagesWithTheRoleFirst() {
        Row row = row("""
                {"prompt": [{"content": "u", "role": "user"}], "answer1": "a", "answer2": "b"}""").orElseThrow();

        assertThat(Json.write(row.prompt())).isEqualTo("[{\"role\":\"user\",\"content\":\"u\"}]");
    }

    @Test
    void readsTextsAroundAConversationAsTheUsersWords() {
        var spec = new ComparisonSpec(
                List.of(Samples.text("one"), Samples.text("two"), ShownObject.prompt("chat", "Chat", "$chat"),
                        Samples.text("three"), Samples.candidate("a"), Samples.candidate("b")),
                List.of(Samples.control("comparison", "pairwise", "a", "b")));
        Shown shown = Shown.of(spec, Samples.object("""
                {"one": "1", "two": "2", "chat": [{"role": "assistant", "content": "hi"}], "three": "3",
                 "a": "x", "b": "y"}"""));

        assertThat(row(shown).orElseThrow().prompt())
                .isEqualTo(messages("user", "1\n\n2", "assistant", "hi", "user", "3"));
    }

    @Test
    void takesTheSharedBeginningOfWholeConversationsAsThePrompt() {
        String answers = """
                "answer1": [{"role":"user","content":"q"},{"role":"assistant","content":"a"}],
                "answer2": [{"role":"user","content":"q"},{"role":"assistant","content":"b"}]}""";
        var expected = new Row(messages("user", "q"), messages("assistant", "a"), messages("assistant", "b"));

        assertThat(row("{" + answers)).contains(expected);
        assertThat(row("{\"prompt\": \"q\", " + answers)).contains(expected);
        assertThat(row("{\"prompt\": \"other\", " + answers).orElseThrow().prompt())
                .isEqualTo(messages("user", "other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{\"role\":\"system\",\"content\":\"s\"}] | \"a\" | \"b\"",
            "\"\" | [{\"role\":\"assistant\",\"content\":\"a\"}] | \"b\"",
            "\"p\" | [{\"role\":\"assistant\",\"content\":\"a\"}] | \"a\"",
            "\"p\" | [{\"role\":\"assistant\",\"content\":\" \"}] | \"b\""})
    void dropsConversationsThatTeachNothing(String prompt, String answer1, String answer2) {
        assertThat(row("{\"prompt\": %s, \"answer1\": %s, \"answer2\": %s}".formatted(prompt, answer1, answer2)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]", "[{\"role\":\"user\"}]", "[{\"role\":\"user\",\"content\":null}]",
            "[{\"role\":1,\"content\":\"c\"}]", "[{\"role\":\"user\",\"content\":\"c\"},\"x\"]"})
    void readsListsThatAreNoConversationAsJson(String prompt) {
        Row row = row("{\"prompt\": %s, \"answer1\": \"a\", \"answer2\": \"b\"}".formatted(prompt)).orElseThrow();

        assertThat(row.prompt()).isEqualTo(prompt);
    }

    private static Optional<Row> row(String data) {
        return row(Shown.of(Samples.pair(), Samples.object(data)));
    }

    private static Optional<Row> row(Shown shown) {
        return Optional
                .ofNullable(TrainingText.of(shown, shown.comparison("comparison").orElseThrow()).pair(0, 1).row());
    }

    private static Object messages(String... rolesAndContents) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < rolesAndContents.length; i += 2) {
            messages.add(Map.of("role", rolesAndContents[i], "content", rolesAndContents[i + 1]));
        }
        return messages;
    }
}
