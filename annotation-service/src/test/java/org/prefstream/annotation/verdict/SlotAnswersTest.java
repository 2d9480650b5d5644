package org.prefstream.annotation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.ResultCheck;

class SlotAnswersTest {

    private static final ShownOrder SWAPPED = new ShownOrder(List.of(1, 0));

    @Test
    void writesWhatLabelStudiosFrontEndWouldWrite() {
        List<Object> result = new SlotAnswers(new SlotVerdict(Outcome.PREFERENCE, 0, null),
                Map.of("quality", Map.of("rating", 4), "tie", Map.of("choices", List.of("Neither of the above"))))
                .result(Samples.shownPair(), SWAPPED);

        assertThat(result).hasSize(3)
                .extracting(region -> String.valueOf(((Map<?, ?>) region).get("id")))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[\\w-]{10}"));
        assertThat(Json.write(result).replaceAll("\"id\":\"[^\"]*\",", "")).isEqualTo(
                "[{\"value\":{\"selected\":\"right\"},\"from_name\":\"comparison\",\"to_name\":\"comparison\",\"type\":\"pairwise\",\"origin\":\"manual\"},"
                        + "{\"value\":{\"choices\":[\"Neither of the above\"]},\"from_name\":\"tie\",\"to_name\":\"prompt\",\"type\":\"choices\",\"origin\":\"manual\"},"
                        + "{\"value\":{\"rating\":4},\"from_name\":\"quality\",\"to_name\":\"prompt\",\"type\":\"rating\",\"origin\":\"manual\"}]");
    }

    @Test
    void writesARankingByIdsInTheOrderOfTheData() {
        Shown shown = Samples.shownRanking();
        ShownOrder order = new ShownOrder(List.of(2, 0, 1));

        List<Object> result = ranking("[[1],[0,2]]").result(shown, order);

        assertThat(Json.write(result)).contains("{\"ranker\":{\"rank\":[\"blog\",[\"7\",\"mdn\"]]}}");
        assertThat(Verdicts.derive(shown, ResultCheck.accepted(shown.spec(), shown.comparisons(), result)))
                .containsExactly(new Verdict("rank", Outcome.RANKING, List.of(List.of(0), List.of(2, 1)), 0));
    }

    @Test
    void takesARankingOfSomeOfTheItems() {
        Shown shown = Samples.shownRanking();

        assertThat(Json.write(ranking("[[2]]").result(shown, ShownOrder.asInData(shown))))
                .contains("{\"ranker\":{\"rank\":[\"7\"]}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[0,1]", "[[0],[0]]", "[[3]]", "[[-1]]", "[[]]", "{}", "[[0.0]]", "[[\"0\"]]"})
    void refusesWhatIsNoOrderOfSlots(String sent) {
        Shown shown = Samples.shownRanking();

        assertThatThrownBy(() -> ranking(sent).result(shown, ShownOrder.asInData(shown))).isInstanceOfSatisfying(
                ProblemException.class,
                refusal -> assertThat(refusal.violations().get(0).field()).isEqualTo("answers.rank.ranking"));
    }

    @Test
    void writesByIdsWhatWasSortedIntoEachBucket() {
        Shown shown = Samples.shownSorting();

        List<Object> result = sorting("{\"ads\":[1,0]}").result(shown, new ShownOrder(List.of(2, 0, 1)));

        assertThat(Json.write(result)).contains("{\"ranker\":{\"best\":[],\"ads\":[\"blog\",\"7\"]}}");
        assertThat(Verdicts.derive(shown, ResultCheck.accepted(shown.spec(), shown.comparisons(), result))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[0] | ''", "{\"worst\":[0]} | ''", "{\"best\":0} | .best",
            "{\"best\":[3]} | .best", "{\"best\":[0],\"ads\":[0]} | .ads"})
    void refusesWhatIsInNoBucketOrInTwo(String sent, String path) {
        Shown shown = Samples.shownSorting();

        assertThatThrownBy(() -> sorting(sent).result(shown, ShownOrder.asInData(shown))).isInstanceOfSatisfying(
                ProblemException.class,
                refusal -> assertThat(refusal.violations().get(0).field()).isEqualTo("answers.rank.buckets" + path));
    }

    @Test
    void takesEmptyBucketsForNoAnswer() {
        Shown shown = Samples.shownSorting();
        List<Object> result = Samples.answer("rank", "ranker", "{\"ranker\":{\"best\":[],\"_\":[\"mdn\"]}}");

        assertThat(SlotAnswers.of(result, shown, ShownOrder.asInData(shown)).others()).isEmpty();
    }

    @Test
    void writesTheVerdictOnEachPairByItsOwnPlaces() {
        Shown shown = shown("""
                <Pairwise name="helpful" toName="a,b"/><Pairwise name="harmless" toName="a,b"/>""");

        List<Object> result = new SlotAnswers(new SlotVerdict(Outcome.PREFERENCE, 0, null),
                Map.of("harmless", Map.of("outcome", "preference", "slot", 1, "strength", 2))).result(shown, SWAPPED);

        assertThat(Verdicts.derive(shown, result)).containsExactly(
                new Verdict("helpful", Outcome.PREFERENCE, List.of(List.of(1), List.of(0)), 0),
                new Verdict("harmless", Outcome.PREFERENCE, List.of(List.of(0), List.of(1)), 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<Pairwise name='p' toName='a,b'/><Pairwise name='q' toName='a,b'/> | true",
            "<Pairwise name='p' toName='a,b'/><Pairwise name='q' toName='c,d'/> | true",
            "<Pairwise name='p' toName='a,b'/><Pairwise name='q' toName='b,a'/> | false",
            "<Pairwise name='p' toName='a,b'/><Pairwise name='q' toName='b,c'/> | false"})
    void aCandidateThatIsComparedWithSeveralKeepsItsPlace(String controls, boolean mayBeShuffled) {
        assertThat(shown(controls).mayBeShuffled()).isEqualTo(mayBeShuffled);
    }

    @Test
    void readsBackWhatItWrote() {
        Shown pair = Samples.shownPair();
        Shown ranking = Samples.shownRanking();
        SlotAnswers judged = new SlotAnswers(new SlotVerdict(Outcome.PREFERENCE, 0, 3),
                Map.of("quality", Map.of("rating", 4), "reason", Map.of("text", List.of("clear"))));
        Shown sorting = Samples.shownSorting();
        SlotAnswers ranked = ranking("[[1],[0,2]]");
        SlotAnswers sorted = sorting("{\"best\":[2],\"ads\":[1,0]}");
        ShownOrder order = new ShownOrder(List.of(2, 0, 1));

        assertThat(SlotAnswers.of(judged.result(pair, SWAPPED), pair, SWAPPED)).isEqualTo(judged);
        assertThat(SlotAnswers.of(ranked.result(ranking, order), ranking, order)).isEqualTo(ranked);
        assertThat(SlotAnswers.of(sorted.result(sorting, order), sorting, order)).isEqualTo(sorted);
        assertThat(judged.fields()).containsEntry("outcome", "preference")
                .containsEntry("slot", 0)
                .containsEntry("strength", 3)
                .containsKey("answers");
    }

    @Test
    void leavesOutOfADraftWhatThePageCouldNotHaveSaid() {
        Shown shown = Samples.shownPair();
        List<Object> draft = Samples.together(Samples.selected("middle"),
                Samples.answer("gone", "rating", "{\"rating\":1}"));

        assertThat(SlotAnswers.of(draft, shown, SWAPPED)).isEqualTo(new SlotAnswers(null, Map.of()));
    }

    private static SlotAnswers ranking(String groups) {
        return new SlotAnswers(null, Json.readObject("{\"rank\":{\"ranking\":" + groups + "}}"));
    }

    private static SlotAnswers sorting(String buckets) {
        return new SlotAnswers(null, Json.readObject("{\"rank\":{\"buckets\":" + buckets + "}}"));
    }

    private static Shown shown(String controls) {
        String config = """
                <View><Text name="a" value="$a"/><Text name="b" value="$b"/><Text name="c" value="$c"/><Text name="d" value="$d"/>
                """
                + controls + "</View>";
        return Shown.of(LabelingConfig.parse(config).spec(), Map.of("a", "1", "b", "2", "c", "3", "d", "4"));
    }
}
