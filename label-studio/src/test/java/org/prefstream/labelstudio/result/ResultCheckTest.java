package org.prefstream.labelstudio.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Expansion;

class ResultCheckTest {

    /** Two answers to a prompt, with a tie choice, a rating, a reason, and a control that only its front end knows. */
    private static final Asked PAIR = Asked.of(
            """
                    {"objects":[{"name":"prompt","tag":"Text","value":"$prompt","shown_as":"prompt"},
                        {"name":"answer1","tag":"Text","value":"$answer1","shown_as":"candidate"},
                        {"name":"answer2","tag":"Text","value":"$answer2","shown_as":"candidate"}],
                     "controls":[{"name":"comparison","type":"pairwise","to_name":["answer1","answer2"],"choices":[]},
                        {"name":"tie","type":"choices","to_name":["prompt"],"choices":["Tie","Both bad","Neither of the above"]},
                        {"name":"tags","type":"choices","to_name":["prompt"],"choices":["funny","rude"],"multiple":true},
                        {"name":"topic","type":"choices","to_name":["prompt"],"choices":["[\\"art\\"]","[\\"sci\\"]","[\\"sci\\",\\"law\\"]"],"nested":true},
                        {"name":"topics","type":"choices","to_name":["prompt"],"choices":[],"multiple":true,"nested":true},
                        {"name":"quality","type":"rating","to_name":["prompt"],"choices":[],"max_rating":5},
                        {"name":"reason","type":"textarea","to_name":["prompt"],"choices":[]},
                        {"name":"when","type":"datetime","to_name":["prompt"],"choices":[]}]}""",
            """
                    {"prompt":"What is 2+2?","answer1":"4","answer2":"5"}""");
    private static final Asked RANKING = items("");
    private static final Asked SORTING = items("\"best\",\"ads\"");

    @Test
    void acceptsWhatLabelStudiosFrontEndSends() {
        List<Object> result = result(
                """
                        [{"value":{"text":["because it is clearer"]},"id":"xSa_di7JVa","from_name":"reason","to_name":"prompt",\
                        "type":"textarea","origin":"manual"},
                        {"value":{"choices":["Both bad"]},"id":"Wpx9bvetFV","from_name":"tie","to_name":"prompt","type":"choices"},
                        {"value":{"rating":4},"id":"ra00000001","from_name":"quality","to_name":"prompt","type":"rating"},
                        {"value":{"selected":"left"},"id":"B7XxwcxoOb","from_name":"comparison","to_name":"comparison",\
                        "type":"pairwise","origin":"manual","score":0.5,"meta":{"text":["a note"]}}]""");

        assertThat(PAIR.accepted(result)).isEqualTo(result);
    }

    @Test
    void acceptsAnEmptyResult() {
        assertThat(PAIR.accepted(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "right", "tie", "both_bad", "cannot_judge"})
    void acceptsEachSelectionOfAPairwise(String selected) {
        assertThat(PAIR.accepted(selected(selected))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"comparison | pairwise | {\"selected\":\"left\",\"strength\":3}",
            "tie | choices | {\"choices\":[]}", "tags | choices | {\"choices\":[\"funny\",\"rude\"]}",
            "topic | choices | {\"choices\":[[\"sci\",\"law\"]]}",
            "topic | choices | {\"choices\":[[\"sci\"],[\"sci\",\"law\"]]}",
            "topics | choices | {\"choices\":[[\"a\"],[\"b\",\"c\"]]}", "quality | rating | {\"rating\":5}",
            "quality | rating | {\"rating\":2.5}", "reason | textarea | {\"text\":\"one\"}",
            "reason | textarea | {\"text\":[]}", "when | datetime | {\"anything\":{\"at\":\"all\"}}"})
    void acceptsWhatTheControlOffers(String control, String type, String value) {
        assertThat(PAIR.accepted(answer(control, type, value))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[\"mdn\",\"blog\",\"7\"]", "[\"mdn\",7]", "[]", "[\"mdn\",[\"blog\",7]]",
            "{\"rank\":[\"mdn\",\"blog\"]}", "{\"rank\":[]}", "{\"rank\":[\"mdn\",[\"blog\",7]]}"})
    void acceptsRankings(String ranker) {
        assertThat(RANKING.accepted(answer("rank", "ranker", "{\"ranker\":" + ranker + "}"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"best\":[\"mdn\"],\"ads\":[\"blog\"]}", "{\"best\":[],\"ads\":[]}", "{}",
            "{\"_\":[\"blog\",7],\"best\":[\"mdn\"]}"})
    void acceptsBuckets(String ranker) {
        assertThat(SORTING.accepted(answer("rank", "ranker", "{\"ranker\":" + ranker + "}"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"worst\":[]} | '' | has no bucket \"worst\"; expected one of best, ads",
            "{\"rank\":[\"mdn\"]} | '' | has no bucket \"rank\"",
            "{\"best\":\"mdn\"} | .best | must be a list of the ids of the items in this bucket",
            "{\"best\":[\"mdn\",\"wiki\"]} | .best[1] | has no item with the id \"wiki\"",
            "{\"best\":[[\"mdn\"]]} | .best[0] | must be the id of a listed item",
            "{\"best\":[\"mdn\"],\"_\":[\"mdn\"]} | ._[0] | lists \"mdn\" twice"})
    void refusesBucketsThatTheControlDoesNotOffer(String ranker, String path, String message) {
        List<Object> result = answer("rank", "ranker", "{\"ranker\":" + ranker + "}");

        assertRefused(SORTING, result, "result[0].value.ranker" + path).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "comparison | pairwise | {\"selected\":\"middle\"} | .selected | must be one of left, right, tie, both_bad, cannot_judge",
            "comparison | pairwise | {\"selected\":\"LEFT\"} | .selected | must be one of left",
            "comparison | pairwise | {\"selected\":1} | .selected | must be one of left",
            "comparison | pairwise | {} | .selected | must be one of left",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":0} | .strength | must be 1, 2 or 3",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":4} | .strength | must be 1, 2 or 3",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":2.0} | .strength | must be 1, 2 or 3",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":\"2\"} | .strength | must be 1, 2 or 3",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":99999999999999999999} | .strength | must be 1, 2 or 3",
            "comparison | pairwise | {\"selected\":\"left\",\"strength\":null} | .strength | must be 1, 2 or 3",
            "tie | choices | {\"choices\":[\"Draw\"]} | .choices[0] | does not offer \"Draw\"; expected one of Tie, Both bad",
            "tags | choices | {\"choices\":[\"funny\",\"sad\"]} | .choices[1] | does not offer \"sad\"",
            "tie | choices | {\"choices\":[\"Tie\",\"Both bad\"]} | .choices | takes a single choice, not 2",
            "tie | choices | {\"choices\":\"Tie\"} | .choices | must be a list",
            "tie | choices | {\"choices\":[[\"Tie\"]]} | .choices | must be a list",
            "tie | choices | {} | .choices | must be a list",
            "topic | choices | {\"choices\":[[\"law\"]]} | .choices[0] | expected one of [\"art\"], [\"sci\"], [\"sci\",\"law\"]",
            "topic | choices | {\"choices\":[\"art\"]} | .choices[0] | must be a list of values, from the topmost option down",
            "topic | choices | {\"choices\":[[\"sci\",\"law\"],[]]} | .choices[1] | must be a list of values, from the topmost",
            "topic | choices | {\"choices\":[[\"sci\"],[\"art\"]]} | .choices | takes a single choice, not 2",
            "topic | choices | {\"choices\":\"sci\"} | .choices | must be a list of the values",
            "quality | rating | {\"rating\":0} | .rating | must be a number from 1 to 5",
            "quality | rating | {\"rating\":6} | .rating | must be a number from 1 to 5",
            "quality | rating | {\"rating\":5.01} | .rating | must be a number from 1 to 5",
            "quality | rating | {\"rating\":1e999999999} | .rating | must be a number from 1 to 5",
            "quality | rating | {\"rating\":\"4\"} | .rating | must be a number from 1 to 5",
            "quality | rating | {\"rating\":true} | .rating | must be a number from 1 to 5",
            "reason | textarea | {\"text\":7} | .text | must be a string or a list of strings",
            "reason | textarea | {\"text\":[\"a\",null]} | .text | must be a string or a list of strings",
            "reason | textarea | {} | .text | must be a string or a list of strings"})
    void refusesWhatTheControlDoesNotOffer(String control, String type, String value, String path, String message) {
        assertRefused(PAIR, answer(control, type, value), "result[0].value" + path)
                .hasMessageContaining("\"" + control + "\"")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[\"mdn\",\"mdn\"] | [1] | lists \"mdn\" twice",
            "[7,\"7\"] | [1] | lists \"7\" twice", "[\"wiki\"] | [0] | has no item with the id \"wiki\"",
            "[null] | [0] | must be the id of a listed item", "[[[\"mdn\"]]] | [0] | must be the id of a listed item",
            "{\"rank\":[\"mdn\",\"wiki\"]} | .rank[1] | has no item with the id \"wiki\"",
            "{\"best\":[\"mdn\"]} | '' | has no bucket \"best\"; expected a list of item ids, best first",
            "[[]] | [0] | is an empty list", "[[\"mdn\"],\"mdn\"] | [1] | lists \"mdn\" twice",
            "\"mdn\" | '' | must be a list of item ids, best first"})
    void refusesRankingsOfUnknownOrRepeatedItems(String ranker, String path, String message) {
        List<Object> result = answer("rank", "ranker", "{\"ranker\":" + ranker + "}");

        assertRefused(RANKING, result, "result[0].value.ranker" + path).hasMessageContaining(message);
    }

    @Test
    void refusesARankingThatWouldMakeTooManyRows() {
        String ids = String.join(",", Collections.nCopies(100 + 1, "\"mdn\""));

        assertRefused(RANKING, answer("rank", "ranker", "{\"ranker\":[" + ids + "]}"), "result[0].value.ranker")
                .hasMessageContaining("at most 100");
    }

    @Test
    void refusesWhatIsNoListOfObjects() {
        assertRefused(PAIR, null, "result").hasMessageContaining("must be a list of objects");
        assertRefused(PAIR, "left", "result").hasMessageContaining("must be a list of objects");
        assertRefused(PAIR, Map.of(), "result").hasMessageContaining("must be a list of objects");
        assertRefused(PAIR, List.of("left"), "result[0]").hasMessageContaining("must be an object");
        assertRefused(PAIR, Collections.singletonList(null), "result[0]").hasMessageContaining("must be an object");
    }

    @Test
    void namesTheRegionThatIsWrong() {
        List<Object> result = together(selected("left"), answer("quality", "rating", "{\"rating\":9}"));

        assertRefused(PAIR, result, "result[1].value.rating");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"from_name\":\"better\",\"type\":\"pairwise\",\"value\":{}} | .from_name | no control named \"better\"",
            "{\"type\":\"pairwise\",\"value\":{}} | .from_name | must be the name of a control",
            "{\"from_name\":3,\"type\":\"pairwise\",\"value\":{}} | .from_name | must be the name of a control",
            "{\"from_name\":\"prompt\",\"type\":\"pairwise\",\"value\":{}} | .from_name | expected one of comparison, tie",
            "{\"from_name\":\"comparison\",\"type\":\"choices\",\"value\":{}} | .type | must be \"pairwise\"",
            "{\"from_name\":\"comparison\",\"value\":{}} | .type | must be \"pairwise\"",
            "{\"from_name\":\"comparison\",\"type\":\"pairwise\",\"to_name\":[\"a\"],\"value\":{}} | .to_name | must be a string",
            "{\"from_name\":\"comparison\",\"type\":\"pairwise\",\"value\":\"left\"} | .value | must be an object",
            "{\"from_name\":\"when\",\"type\":\"datetime\"} | .value | must be an object"})
    void refusesRegionsThatAnswerNoControl(String region, String path, String message) {
        assertRefused(PAIR, result("[" + region + "]"), "result[0]" + path).hasMessageContaining(message);
    }

    @Test
    void saysSoWhereTheConfigurationHasNoControls() {
        Asked nothing = new Asked(new ComparisonSpec(List.of(), List.of()), Map.of());

        assertRefused(nothing, selected("left"), "result[0].from_name").hasMessageContaining("has no controls");
    }

    @Test
    void takesAnyToNameAndNone() {
        List<Object> result = result("""
                [{"from_name":"comparison","to_name":"nowhere","type":"pairwise","value":{"selected":"left"}},
                {"from_name":"quality","type":"rating","value":{"rating":1}}]""");

        assertThat(PAIR.accepted(result)).hasSize(2);
    }

    @Test
    void refusesTwoAnswersToOneComparison() {
        List<Object> twice = together(selected("left"), selected("left"));

        assertRefused(PAIR, twice, "result[1].from_name").hasMessageContaining("answered twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"a\\u0000b\" | [0].value.text | The text holds the character NUL",
            "\"a\\ud800b\" | [0].value.text | The text holds half of a surrogate pair",
            "\"\\udc00\" | [0].value.text | half of a surrogate pair",
            "[\"fine\",\"a\\u0000b\"] | [0].value.text[1] | NUL",
            "\"x\",\"deep\":{\"in\":[{\"it\":\"\\u0000\"}]} | [0].value.deep.in[0].it | NUL",
            "\"x\",\"a\\u0000b\":1 | [0].value.a\\u0000b | A key holds the character NUL"})
    void refusesTextThatCannotBeStoredWhereverItStands(String text, String path, String message) {
        assertRefused(PAIR, answer("reason", "textarea", "{\"text\":" + text + "}"), "result" + path)
                .hasMessageContaining(message);
    }

    @Test
    void acceptsCharactersBeyondTheFirstPlane() {
        assertThat(PAIR.accepted(answer("reason", "textarea", "{\"text\":\"\\ud83d\\ude00\"}"))).hasSize(1);
    }

    @Test
    void limitsTheSizeInBytesOfCompactJson() {
        int overhead = Json.write(answer("reason", "textarea", "{\"text\":\"\"}")).length();
        String longest = "é".repeat((ResultCheck.BYTES_MAX - overhead) / 2);

        assertThat(PAIR.accepted(answer("reason", "textarea", "{\"text\":\"" + longest + "\"}"))).hasSize(1);
        assertRefused(PAIR, answer("reason", "textarea", "{\"text\":\"" + longest + "éé\"}"), "result")
                .hasMessageContaining("at most 1048576");
    }

    @Test
    void doesNotRepeatALongValueInItsMessage() {
        List<Object> result = answer("tie", "choices", "{\"choices\":[\"" + "😀".repeat(500) + "\"]}");

        assertRefused(PAIR, result, "result[0].value.choices[0]").hasMessageContaining("\"" + "😀".repeat(80) + "…\"")
                .hasMessageNotContaining("😀".repeat(81));
    }

    @Test
    void refusesAnEmptyResultWhereAnAnswerIsExpected() {
        assertThatThrownBy(() -> ResultCheck.requireAnswer(List.of(), false, false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("enable_empty_annotation is false");
        assertThatCode(() -> {
            ResultCheck.requireAnswer(List.of(), true, false);
            ResultCheck.requireAnswer(List.of(), false, true);
            ResultCheck.requireAnswer(selected("tie"), false, false);
        }).doesNotThrowAnyException();
    }

    @Test
    void takesWholeNumbersOfAnyWidth() {
        var region = Map.of("from_name", "comparison", "type", "pairwise", "value",
                Map.of("selected", "left", "strength", BigInteger.TWO));

        assertThat(PAIR.accepted(List.of(region))).hasSize(1);
    }

    @Test
    void knowsTheControlsOfARepeaterByTheirIndex() {
        Asked asked = Asked.of(
                """
                        {"objects":[{"name":"answer_{{idx}}","tag":"Text","value":"$answers[{{idx}}]","shown_as":"prompt",
                            "repeats":[{"repeater":0,"on":"$answers","flag":"{{idx}}"}]}],
                         "controls":[{"name":"quality_{{idx}}","type":"choices","to_name":["answer_{{idx}}"],"choices":["Poor","Good"],
                            "repeats":[{"repeater":0,"on":"$answers","flag":"{{idx}}"}]}]}""",
                """
                        {"answers":["a","b"]}""");

        assertThat(asked.accepted(answer("quality_1", "choices", "{\"choices\":[\"Good\"]}"))).hasSize(1);
        assertRefused(asked, answer("quality_2", "choices", "{\"choices\":[\"Good\"]}"), "result[0].from_name");
        assertRefused(asked, answer("quality_0", "choices", "{\"choices\":[\"Fair\"]}"), "result[0].value.choices[0]");
    }

    @Test
    void offersTheChoicesThatTheTaskBrings() {
        Asked asked = Asked.of(
                """
                        {"objects":[],"controls":[{"name":"topic","type":"choices","to_name":["t"],"choices":[],"value":"$options"}]}""",
                """
                        {"options":["art",{"value":"Physics","alias":"physics"},{"value":"law"}]}""");

        assertThat(asked.accepted(answer("topic", "choices", "{\"choices\":[\"physics\"]}"))).hasSize(1);
        assertRefused(asked, answer("topic", "choices", "{\"choices\":[\"Physics\"]}"), "result[0].value.choices[0]");
    }

    @Test
    void takesANumberForANumber() {
        Asked asked = Asked.of("""
                {"objects":[],"controls":[{"name":"n","type":"number","to_name":["t"],"choices":[]}]}""", "{}");

        assertThat(asked.accepted(answer("n", "number", "{\"number\":1.5}"))).hasSize(1);
        assertRefused(asked, answer("n", "number", "{\"number\":\"1.5\"}"), "result[0].value.number");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Asked asked, @Nullable Object result,
            String field) {
        return assertThatThrownBy(() -> asked.accepted(result)).isInstanceOfSatisfying(ProblemException.class,
                refusal -> assertThat(refusal.violations().get(0).field()).isEqualTo(field));
    }

    /** A configuration and the data of a task that is shown under it. */
    private record Asked(ComparisonSpec spec, Map<String, Object> data) {

        static Asked of(String spec, String data) {
            return new Asked(Json.read(spec, ComparisonSpec.class), Json.readObject(data));
        }

        List<Object> accepted(@Nullable Object result) {
            ComparisonSpec shown = Expansion.of(spec, data);
            return ResultCheck.accepted(shown, Comparison.all(shown, data), result);
        }
    }

    /** A result of one region. */
    private static List<Object> answer(String fromName, String type, String value) {
        return result("[{\"from_name\":\"%s\",\"to_name\":\"%s\",\"type\":\"%s\",\"value\":%s}]".formatted(fromName,
                fromName, type, value));
    }

    private static List<Object> selected(String selected) {
        return answer("comparison", "pairwise", "{\"selected\":\"" + selected + "\"}");
    }

    private static List<Object> together(List<Object> first, List<Object> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Asked items(String buckets) {
        return Asked.of(
                """
                        {"objects":[{"name":"answers","tag":"List","value":"$items","shown_as":"candidate"}],
                         "controls":[{"name":"rank","type":"ranker","to_name":["answers"],"choices":[%s]}]}"""
                        .formatted(buckets),
                """
                        {"items":[{"id":"blog","body":"first text"},{"id":"mdn","body":"second text"},{"id":7,"title":"third text"}]}""");
    }

    private static List<Object> result(String json) {
        return Json.readList(json);
    }
}
