package org.prefstream.annotation.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.annotation.lease.ShownView.Asks;
import org.prefstream.annotation.lease.ShownView.ComparedView;
import org.prefstream.annotation.lease.ShownView.ControlView;
import org.prefstream.annotation.lease.ShownView.SlotView;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.ProjectRecord.Asking;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.json.Json;

class ShownViewTest {

    private static final LayoutBox NOTHING_SPECIAL = new LayoutBox(LayoutBox.Kind.GROUP, null, null, Map.of(), null,
            null, List.of());
    private static final Asking ASKING = new Asking(NOTHING_SPECIAL, false, Asking.PAIR.outcomes(), false, true, false,
            false, false);

    static final ProjectRecord PROJECT = project(true, ASKING);

    private static final String PAIR = """
            <Text name="q" value="$q"/><Text name="a" value="$a"/><Text name="b" value="$b"/>
            <Pairwise name="comparison" toName="a,b"/>""";
    private static final String ITEMS = """
            <List name="items" value="$items"/>""";

    @Test
    void saysWhatEachControlAsks() {
        ShownView page = page(PAIR + ITEMS
                + """
                        <Choices name="flag" toName="q" choice="multiple"><Choice value="Rude"/><Choice value="Wrong" alias="w"/></Choices>
                        <Rating name="quality" toName="q" maxRating="7" required="true"/><TextArea name="why" toName="q"/>
                        <Number name="minutes" toName="q"/><Ranker name="order" toName="items"/><DateTime name="day" toName="q"/>""",
                """
                        {"q":"Q","a":"1","b":"2","items":["x","y","z"]}""");

        assertThat(page.controls()).extracting(ControlView::name, ControlView::asks)
                .containsExactly(tuple("comparison", Asks.PREFERENCE), tuple("flag", Asks.CHOICE),
                        tuple("quality", Asks.STARS), tuple("why", Asks.WORDS), tuple("minutes", Asks.QUANTITY),
                        tuple("order", Asks.ORDER), tuple("day", Asks.OTHER));
        assertThat(page.controls().get(1)).returns(List.of("Rude", "w"), ControlView::choices)
                .returns(true, ControlView::multiple);
        assertThat(page.controls().get(2)).returns(7, ControlView::stars).returns(true, ControlView::required);
        assertThat(page.demanded()).isEmpty();
        assertThat(page.allows()).containsExactly("preference", "tie", "both_bad", "cannot_judge", "skip");
    }

    @Test
    void saysWhatATaskSaysOfItsChoices() {
        ShownView page = page(PAIR + "<Choices name='flag' toName='q' value='$flags'/>",
                """
                        {"q":"Q","a":"1","b":"2","flags":["Rude",{"value":"Wrong","alias":"w","hint":"Not true","hotkey":"x"}]}""");

        assertThat(Json.write(page.controls().get(1))).contains("\"choices\":[\"Rude\",\"w\"]",
                "\"options\":[{\"value\":\"w\",\"label\":\"Wrong\",\"hint\":\"Not true\",\"hotkey\":\"x\"}]");
        assertThat(Json.write(page.controls().get(0))).doesNotContain("options");
    }

    @Test
    void saysWhichChoicesStandBelowOthers() {
        ShownView page = page(PAIR + "<Choices name='flag' toName='q' value='$flags' allowNested='true'/>", """
                {"q":"Q","a":"1","b":"2","flags":[{"value":"Wrong","children":[{"value":"Outdated"}]}]}""");

        assertThat(page.controls().get(1).options()).extracting(Option::value, Option::path)
                .containsExactly(tuple("[\"Wrong\"]", List.of("Wrong")),
                        tuple("[\"Wrong\",\"Outdated\"]", List.of("Wrong", "Outdated")));
        assertThat(page.controls().get(1).choices()).containsExactly("[\"Wrong\"]", "[\"Wrong\",\"Outdated\"]");
    }

    @Test
    void showsEachComparisonOfThatSizeInTheOrderOfTheLease() {
        ShownView page = page(PAIR + ITEMS + "<Ranker name='order' toName='items'/>", """
                {"q":"Q","a":"1","b":"2","items":["x","y","z"]}""");

        assertThat(page.comparisons()).extracting(ComparedView::control, ComparedView::objects)
                .containsExactly(tuple("comparison", List.of("a", "b")), tuple("order", List.of("items")));
        assertThat(page.comparisons().get(0).slots()).extracting(SlotView::text).containsExactly("2", "1");
        assertThat(page.comparisons().get(1).slots()).extracting(SlotView::text).containsExactly("x", "y", "z");
    }

    @ParameterizedTest
    @CsvSource({"true,skip", "false,"})
    void allowsNoVerdictWhereItCannotAskAllThatIsDemanded(boolean mayBeSkipped, @Nullable String allowed) {
        Shown shown = shown(
                PAIR + "<DateTime name='day' toName='q' required='true'/><DateTime name='hour' toName='q'/>",
                "{\"q\":\"Q\",\"a\":\"1\",\"b\":\"2\"}");

        ShownView page = ShownView.of(shown, ShownOrder.asInData(shown), project(mayBeSkipped, Asking.PAIR), true);

        assertThat(page.demanded()).containsExactly("day");
        assertThat(page.allows()).isEqualTo(allowed == null ? List.of() : List.of(allowed));
    }

    @Test
    void offersTheVerdictsThatTheProjectTakes() {
        Shown shown = Samples.shownPair();
        Asking asking = new Asking(null, false, List.of(Outcome.PREFERENCE, Outcome.CANNOT_JUDGE), true, true, true,
                true, true);

        ShownView page = ShownView.of(shown, ShownOrder.asInData(shown), project(true, asking), true);

        assertThat(page.allows()).containsExactly("preference", "cannot_judge", "skip");
        assertThat(page.strength()).isTrue();
        assertThat(page.askSkipReason()).isTrue();
        assertThat(page.checkConsistency()).isTrue();
        assertThat(page.wholeRankings()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{\"id\":1,\"text\":\"x\"},{\"id\":1,\"text\":\"y\"}] | OTHER",
            "[{\"id\":1,\"text\":\"x\"},{\"id\":2,\"text\":\"y\"}] | ORDER", "[] | OTHER"})
    void asksForAnOrderOnlyOfItemsThatAResultCanTellApart(String items, Asks asks) {
        ShownView page = page(ITEMS + "<Ranker name='order' toName='items'/>", "{\"items\":" + items + "}");

        assertThat(page.controls().get(0).asks()).isEqualTo(asks);
    }

    @Test
    void asksToSortIntoBuckets() {
        ShownView page = page(ITEMS + "<Ranker name='order' toName='items'><Bucket name='good' title='Good'/></Ranker>",
                "{\"items\":[\"x\"]}");

        assertThat(page.controls().get(0).asks()).isEqualTo(Asks.BUCKETS);
        assertThat(page.controls().get(0).choices()).containsExactly("good");
    }

    @Test
    void asksForNoOrderWhereNobodyKnowsWhetherThereAreBuckets() {
        Shown shown = shown(ITEMS + "<Ranker name='order' toName='items'/>", "{\"items\":[\"x\"]}");
        LayoutBox bucket = new LayoutBox(LayoutBox.Kind.OPTION, "good", "Good", Map.of(), null, null, List.of());
        LayoutBox sorting = new LayoutBox(LayoutBox.Kind.CONTROL, "order", null, Map.of(), null, null, List.of(bucket));

        assertThat(asks(shown, project(true, Asking.PAIR))).isEqualTo(Asks.OTHER);
        assertThat(asks(shown,
                project(true, new Asking(sorting, false, Asking.PAIR.outcomes(), false, true, false, false, false))))
                .isEqualTo(Asks.OTHER);
        assertThat(asks(shown, PROJECT)).isEqualTo(Asks.ORDER);
    }

    @Test
    void followsNoLayoutInWhichACandidateWouldStandInSeveralPlaces() {
        Shown shown = shown(PAIR + "<Text name='c' value='$c'/><Pairwise name='other' toName='a,c'/>",
                "{\"q\":\"Q\",\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");

        assertThat(ShownView.of(shown, new ShownOrder(List.of(1, 0)), PROJECT, true).followsLayout()).isFalse();
        assertThat(ShownView.of(shown, ShownOrder.asInData(shown), PROJECT, true).followsLayout()).isTrue();
    }

    private static Asks asks(Shown shown, ProjectRecord project) {
        return ShownView.of(shown, ShownOrder.asInData(shown), project, true).controls().get(0).asks();
    }

    private static ShownView page(String tags, String data) {
        Shown shown = shown(tags, data);
        ShownOrder order = shown.candidates() == 2 ? new ShownOrder(List.of(1, 0)) : ShownOrder.asInData(shown);
        return ShownView.of(shown, order, PROJECT, true);
    }

    private static Shown shown(String tags, String data) {
        return Shown.of(LabelingConfig.parse("<View>" + tags + "</View>").spec(), Json.readObject(data));
    }

    private static ProjectRecord project(boolean mayBeSkipped, Asking asking) {
        return new ProjectRecord(3, "p", "", 1, "Sequential sampling", "REQUEUE_FOR_ME", mayBeSkipped, true,
                Samples.pair(), asking, null, null, null);
    }
}
