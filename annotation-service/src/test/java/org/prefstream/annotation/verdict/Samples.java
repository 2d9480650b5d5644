package org.prefstream.annotation.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.json.Json;

/** Specs, data and results for tests, written as JSON where that is what they are in life. */
public final class Samples {

    private Samples() {
    }

    /** Two answers to a prompt, with a tie choice, a rating, a reason, and a control that only its front end knows. */
    public static ComparisonSpec pair() {
        return new ComparisonSpec(List.of(text("prompt"), candidate("answer1"), candidate("answer2")),
                List.of(control("comparison", "pairwise", "answer1", "answer2"),
                        choices("tie", false, "Tie", "Both bad", "Neither of the above"),
                        choices("tags", true, "funny", "rude"),
                        new Control("quality", "rating", List.of("prompt"), List.of(), false, 5, false),
                        control("reason", "textarea", "prompt"), control("when", "datetime", "prompt")));
    }

    public static ComparisonSpec ranking() {
        return items();
    }

    private static ComparisonSpec items(String... buckets) {
        return new ComparisonSpec(List.of(text("prompt"), ShownObject.candidate("answers", "List", "$items")),
                List.of(new Control("rank", "ranker", List.of("answers"), List.of(buckets), false, 0, false)));
    }

    public static Shown shownPair() {
        return Shown.of(pair(), object("""
                {"prompt": "What is 2+2?", "answer1": "4", "answer2": "5", "answer1_model": "m-7b@900"}"""));
    }

    public static Shown shownRanking() {
        return shownItems(ranking());
    }

    /** The same items, to be sorted into two buckets: {@code best} and {@code ads}. */
    static Shown shownSorting() {
        return shownItems(items("best", "ads"));
    }

    private static Shown shownItems(ComparisonSpec spec) {
        return Shown.of(spec, object("""
                {"prompt": "Sort these.", "items": [
                  {"id": "blog", "title": "A blog", "body": "first text", "model": "m1"},
                  {"id": "mdn", "title": "A reference", "body": "second text"},
                  {"id": 7, "title": "third text", "model": "m3"}]}"""));
    }

    public static ShownObject text(String name) {
        return ShownObject.prompt(name, "Text", "$" + name);
    }

    public static ShownObject candidate(String name) {
        return ShownObject.candidate(name, "Text", "$" + name);
    }

    public static Control control(String name, String type, String... toName) {
        return new Control(name, type, List.of(toName), List.of(), false, 0, false);
    }

    static Control choices(String name, boolean multiple, String... values) {
        return new Control(name, "choices", List.of("prompt"), List.of(values), multiple, 0, false);
    }

    /** A result of one region. */
    public static List<Object> answer(String fromName, String type, String value) {
        return result("[{\"from_name\":\"%s\",\"to_name\":\"%s\",\"type\":\"%s\",\"value\":%s}]".formatted(fromName,
                fromName, type, value));
    }

    public static List<Object> selected(String selected) {
        return answer("comparison", "pairwise", "{\"selected\":\"" + selected + "\"}");
    }

    @SafeVarargs
    public static List<Object> together(List<Object>... results) {
        List<Object> all = new ArrayList<>();
        for (List<Object> result : results) {
            all.addAll(result);
        }
        return all;
    }

    static List<Object> result(String json) {
        return Json.readList(json);
    }

    public static Map<String, Object> object(String json) {
        return Json.readObject(json);
    }
}
