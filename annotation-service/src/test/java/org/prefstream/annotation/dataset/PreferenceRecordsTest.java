package org.prefstream.annotation.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.RowlessPair;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

class PreferenceRecordsTest {

    private static final Instant SUBMITTED = Instant.parse("2026-11-23T03:00:00.123456Z");

    @Test
    void writesTheWholeRowOfAPreference() {
        Shown shown = Shown.of(Samples.pair(), Samples.object("""
                {"prompt": "What is 2+2?", "answer1": "5", "answer2": "4",
                 "answer1_model": "m-7b@900", "answer2_model": "m-7b@1200"}"""));
        var provenance = new Provenance(91, 4294967297L, 7, 42, 3, List.of(1, 0), new BigDecimal("18.4"),
                SUBMITTED.plusNanos(789), "train", 3);
        List<Object> result = Samples.together(
                Samples.answer("comparison", "pairwise", "{\"selected\":\"right\",\"strength\":2}"),
                Samples.answer("reason", "textarea", "{\"text\":[\"it is right\"]}"));

        assertThat(PreferenceRecords.derive(shown, Verdicts.derive(shown, result), result, provenance)).containsExactly(
                new PreferenceRecord("preference/1", "What is 2+2?", "4", "5", 2.0, "91/comparison/0-1", "91", 7, 42,
                        91, 4294967297L, "comparison", 2, 1, 0, "m-7b@1200", "m-7b@900", List.of(1, 0), 3,
                        new BigDecimal("18.4"), "train", shown.sha256(), SUBMITTED, "it is right", 3));
    }

    @Test
    void fillsWhatNobodyRecordedWithoutNulls() {
        PreferenceRecord row = only(derive(Samples.shownPair(), Samples.selected("left")));

        assertThat(row.margin()).isEqualTo(0.0);
        assertThat(row.strength()).isZero();
        assertThat(row.chosenModel()).isEqualTo("m-7b@900");
        assertThat(row.rejectedModel()).isEmpty();
        assertThat(row.shownOrder()).containsExactly(0, 1);
        assertThat(row.leadTimeS()).isEqualTo(new BigDecimal("0.0"));
        assertThat(row.rationale()).isEmpty();
        assertThat(row.key()).isEqualTo("91/comparison/0-1");
    }

    @ParameterizedTest
    @CsvSource({"2,2.0", "2.50,2.50", "1E+2,100.0", "0,0.0", "1E-7,1E-7"})
    void writesTheLeadTimeWithADecimalPoint(String sent, String written) {
        Shown shown = Samples.shownPair();

        List<PreferenceRecord> rows = PreferenceRecords.derive(shown, Verdicts.derive(shown, Samples.selected("left")),
                Samples.selected("left"), provenance(List.of(), new BigDecimal(sent)));

        assertThat(only(rows).leadTimeS()).isEqualTo(new BigDecimal(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1E+18"})
    void refusesLeadTimesThatAreNone(String leadTime) {
        assertThatThrownBy(() -> provenance(List.of(), new BigDecimal(leadTime)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leadTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tie", "both_bad", "cannot_judge"})
    void writesNoRowWithoutAPreference(String selected) {
        assertThat(derive(Samples.shownPair(), Samples.selected(selected))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tie,TIE", "both_bad,BOTH_BAD"})
    void keepsTheTextsOfWhatIsUndecidedAsTheRowOfItsFirstAnswer(String selected, Outcome outcome) {
        Shown shown = Samples.shownPair();
        PreferenceRecord first = only(derive(shown, Samples.selected("left")));

        assertThat(rowless(shown, Samples.selected(selected)))
                .containsExactly(new RowlessPair("comparison", 0, 1, outcome, null, first));
        assertThat(rowless(shown, Samples.selected("cannot_judge"))).isEmpty();
        assertThat(rowless(shown, Samples.selected("left"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"left,PREFERENCE,a,a,IDENTICAL_ANSWERS", "right,PREFERENCE,' ',a,EMPTY_TEXT",
            "tie,TIE,a,a,IDENTICAL_ANSWERS", "tie,TIE,a,'',EMPTY_TEXT", "both_bad,BOTH_BAD,a,a,IDENTICAL_ANSWERS"})
    void saysWhyNothingCouldBeTrainedOnAPair(String selected, Outcome outcome, String first, String second,
            String code) {
        Shown shown = Shown.of(Samples.pair(), Map.of("prompt", "Well?", "answer1", first, "answer2", second));

        assertThat(derive(shown, Samples.selected(selected))).isEmpty();
        assertThat(rowless(shown, Samples.selected(selected)))
                .containsExactly(new RowlessPair("comparison", 0, 1, outcome, code, null));
    }

    @Test
    void keepsTheTextsOfEachTieOfARanking() {
        List<RowlessPair> rowless = rowless(Samples.shownRanking(), ranker("[[\"mdn\",7],\"blog\"]"));

        assertThat(rowless).extracting(RowlessPair::outcome).containsExactly(Outcome.TIE);
        assertThat(rowless).extracting(pair -> Objects.requireNonNull(pair.row()).recordId())
                .containsExactly("91/rank/1-2");
    }

    @Test
    void tiesThatAreTooLongToBeRepeatedAreNotKept() {
        Shown shown = Shown.of(Samples.pair(),
                Map.of("prompt", "x".repeat(PreferenceRecords.ROWLESS_CHARACTERS_MAX), "answer1", "a", "answer2", "b"));

        assertThat(rowless(shown, Samples.selected("tie"))).isEmpty();
    }

    private static List<RowlessPair> rowless(Shown shown, List<Object> result) {
        return PreferenceRecords.of(shown, Verdicts.derive(shown, result), result, provenance(List.of(), null))
                .rowless();
    }

    @Test
    void writesOneRowPerOrderedPairOfARanking() {
        List<PreferenceRecord> rows = derive(Samples.shownRanking(), ranker("[\"mdn\",7,\"blog\"]"));

        assertThat(rows).extracting(PreferenceRecord::recordId)
                .containsExactly("91/rank/1-2", "91/rank/0-1", "91/rank/0-2");
        assertThat(rows).extracting(PreferenceRecord::chosen)
                .containsExactly("second text", "second text", "third text");
        assertThat(rows).extracting(PreferenceRecord::rejected)
                .containsExactly("third text", "first text", "first text");
        assertThat(rows).extracting(PreferenceRecord::groupId).containsOnly("91");
        assertThat(rows).extracting(PreferenceRecord::chosenModel).containsExactly("", "", "m3");
        assertThat(rows).allSatisfy(row -> assertThat(row.shownOrder()).containsExactly(0, 1, 2));
        assertThat(rows).allSatisfy(row -> assertThat(row.margin()).isEqualTo(0.0));
    }

    @Test
    void coversOnlyTheListedItemsOfAPartialRanking() {
        assertThat(derive(Samples.shownRanking(), ranker("[7,\"blog\"]"))).extracting(PreferenceRecord::recordId)
                .containsExactly("91/rank/0-2");
        assertThat(derive(Samples.shownRanking(), ranker("[7]"))).isEmpty();
    }

    @Test
    void refusesARankingThatWouldGiveMoreRowsThanAreTaken() {
        List<Object> hundred = ranker(Json.write(ids(100)));
        List<Object> more = ranker(Json.write(ids(101)));

        assertThat(derive(ranked(100), hundred)).hasSize(4_950);
        assertThatThrownBy(() -> derive(ranked(101), more)).isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("\"rank\"", "5050", "5000");
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "i" + i).toList();
    }

    private static Shown ranked(int count) {
        List<Object> items = ids(count).stream().<Object>map(id -> Map.of("id", id, "title", "answer " + id)).toList();
        return Shown.of(Samples.ranking(), Map.of("prompt", "Sort these.", "items", items));
    }

    @Test
    void recordsTheOrderOnlyForTheComparisonThatItFits() {
        Shown shown = Samples.shownRanking();
        var verdicts = Verdicts.derive(shown, ranker("[7,\"blog\"]"));

        assertThat(only(PreferenceRecords.derive(shown, verdicts, List.of(), provenance(List.of(2, 0, 1), null)))
                .shownOrder()).containsExactly(2, 0, 1);
        assertThat(only(PreferenceRecords.derive(shown, verdicts, List.of(), provenance(List.of(1, 0), null)))
                .shownOrder()).containsExactly(0, 1, 2);
    }

    @Test
    void derivesTheSameFromWhatWasStored() {
        Shown shown = Shown.of(Samples.pair(), Samples.object("""
                {"prompt": {"z": 1.50, "a": [1, 2]}, "answer1": [1.0], "answer2": {"k": null}}"""));

        assertThat(derive(Shown.parse(shown.json()), Samples.selected("left")))
                .isEqualTo(derive(shown, Samples.selected("left")))
                .hasSize(1);
    }

    private static List<PreferenceRecord> derive(Shown shown, List<Object> result) {
        return PreferenceRecords.derive(shown, Verdicts.derive(shown, result), result, provenance(List.of(), null));
    }

    private static Provenance provenance(List<Integer> shownOrder, @Nullable BigDecimal leadTime) {
        return new Provenance(91, 1, 7, 42, 3, shownOrder, leadTime, SUBMITTED, "train", 0);
    }

    private static List<Object> ranker(String ids) {
        return Samples.answer("rank", "ranker", "{\"ranker\":" + ids + "}");
    }

    private static PreferenceRecord only(List<PreferenceRecord> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
