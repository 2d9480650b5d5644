package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.dataset.PreferenceRecords;
import org.prefstream.annotation.dataset.Provenance;
import org.prefstream.annotation.lease.LeaseView.ComparisonView;
import org.prefstream.annotation.lease.LeaseView.PartView;
import org.prefstream.annotation.lease.LeaseView.SlotView;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.Verdicts;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.labelstudio.config.LabelingConfig;

/** Comparisons inside a Repeater: each repetition shows and trains on its own texts, and on what stands outside. */
class RepeatedComparisonsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachRepetitionIsTrainedOnByItself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            List<Turn> turns = IntStream.range(0, 1 + random.nextInt(4)).mapToObj(turn -> Turn.next(random)).toList();
            boolean within = random.nextBoolean();
            boolean pairwise = random.nextBoolean();
            String config = config(random.nextBoolean() ? "{{idx}}" : "{{turn}}", within, pairwise);
            Shown shown = Shown.of(LabelingConfig.parse(config).spec(),
                    Map.of("task", "Be kind.", "turns", turns.stream().map(Turn::data).toList()));

            List<PreferenceRecord> rows = rows(shown, turns, pairwise);

            assertThat(rows).as(config).map(PreferenceRecord::control).isEqualTo(names(turns.size()));
            assertThat(rows).as(config).map(PreferenceRecord::prompt).isEqualTo(prompts(turns, within));
            assertThat(rows).as(config)
                    .map(PreferenceRecord::chosen)
                    .isEqualTo(turns.stream().map(Turn::better).toList());
            assertThat(rows).as(config)
                    .map(PreferenceRecord::rejected)
                    .isEqualTo(turns.stream().map(Turn::worse).toList());
            if (pairwise) {
                checkPage(shown, turns.get(0), within);
            }
        }
    }

    /** The page asks the first repetition, and names the others among what it does not ask. */
    private static void checkPage(Shown shown, Turn first, boolean within) {
        ComparisonView page = Objects.requireNonNull(LeaseView.comparison(shown, List.of(0, 1)));

        assertThat(page.control()).isEqualTo("better_0");
        assertThat(page.prompt()).map(PartView::text)
                .isEqualTo(within ? List.of("Be kind.", first.asked) : List.of("Be kind."));
        assertThat(page.slots()).map(SlotView::text).containsExactly(first.one, first.two);
        assertThat(page.notAsked()).hasSize(shown.comparisons().size() - 1).doesNotContain("better_0");
    }

    private static List<PreferenceRecord> rows(Shown shown, List<Turn> turns, boolean pairwise) {
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            result.addAll(pairwise
                    ? Samples.answer("better_" + i, "pairwise",
                            "{\"selected\":\"%s\"}".formatted(turn.firstIsBetter ? "left" : "right"))
                    : Samples.answer("better_" + i, "ranker",
                            "{\"ranker\":[%s]}".formatted(turn.firstIsBetter ? "\"x\",\"y\"" : "\"y\",\"x\"")));
        }
        return PreferenceRecords.derive(shown, Verdicts.derive(shown, result), result,
                new Provenance(1, 1, 1, 1, 1, List.of(0, 1), null, Instant.EPOCH, "train"));
    }

    private static String config(String flag, boolean within, boolean pairwise) {
        String compared = pairwise
                ? "<Text name='one_I' value='$turns[I].pair[0].body'/><Text name='two_I' value='$turns[I].pair[1].body'/>"
                        + "<Pairwise name='better_I' toName='one_I,two_I'/>"
                : "<List name='pair_I' value='$turns[I].pair'/><Ranker name='better_I' toName='pair_I'/>";
        String asked = within ? "<Header value='$turns[I].asked'/>" : "";
        return "<View><Text name='task' value='$task'/><Repeater on='$turns' indexFlag='" + flag + "'>"
                + (asked + compared).replace("I", flag) + "</Repeater></View>";
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(index -> "better_" + index).toList();
    }

    private static List<Object> prompts(List<Turn> turns, boolean within) {
        return turns.stream().<Object>map(turn -> within ? "Be kind.\n\n" + turn.asked : "Be kind.").toList();
    }

    private record Turn(String asked, String one, String two, boolean firstIsBetter) {

        static Turn next(Random random) {
            return new Turn("q" + random.nextInt(1000), "one " + random.nextInt(1000), "two " + random.nextInt(1000),
                    random.nextBoolean());
        }

        Map<String, Object> data() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("asked", asked);
            data.put("pair",
                    List.of(Map.of("id", "x", "title", "", "body", one), Map.of("id", "y", "title", "", "body", two)));
            return data;
        }

        Object better() {
            return firstIsBetter ? one : two;
        }

        Object worse() {
            return firstIsBetter ? two : one;
        }
    }
}
