package org.prefstream.labelstudio.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.config.LabelingConfig;

class AnsweredControlTest {

    private static final String CONFIG = """
            <Text name="q" value="$q"/><Text name="a" value="$a"/><Text name="b" value="$b"/><List name="l" value="$l"/>
            <Pairwise name="pair" toName="a,b"/><Ranker name="rank" toName="l"/>
            <Choices name="mood" toName="q"><Choice value="calm"/><Choice value="heated"/></Choices>
            <Rating name="stars" toName="q" maxRating="5"/><TextArea name="why" toName="q"/>
            <Repeater on="$l"><Text name="i_{{idx}}" value="$l[{{idx}}]"/><Rating name="each_{{idx}}" toName="i_{{idx}}"/></Repeater>
            <Ranker name="sort" toName="l"><Bucket name="good"/><Bucket name="poor"/></Ranker>""";

    private static final AnsweredControl PAIR = new AnsweredControl("pair", "pair", "pairwise", "", 3);
    private static final AnsweredControl RANK = new AnsweredControl("rank", "rank", "ranker", "", 1);
    private static final AnsweredControl SORT = new AnsweredControl("sort", "l", "ranker", "poor", 1);
    private static final AnsweredControl TABBED = new AnsweredControl("sort", "l", "ranker", "so so", 1);
    private static final AnsweredControl MOOD = new AnsweredControl("mood", "q", "choices", "heated", 2);
    private static final AnsweredControl STARS = new AnsweredControl("stars", "q", "rating", "4", 1);
    private static final AnsweredControl EACH = new AnsweredControl("each_3", "i_3", "rating", "5", 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            toName="a,b"|toName="b,a"|PAIR
            value="$a"|value="$other"|PAIR
            <Pairwise name="pair" toName="a,b"/>||PAIR
            name="pair"|name="better"|PAIR
            name="l" value="$l"|name="l" value="$items"|RANK
            <Ranker name="rank" toName="l"/>||RANK
            <Ranker name="rank" toName="l"/>|<Ranker name="rank" toName="l"><Bucket name="fine"/></Ranker>|RANK
            <Bucket name="poor"/>||SORT
            <Bucket name="good"/><Bucket name="poor"/>||SORT
            <Choice value="heated"/>||MOOD
            name="mood" toName="q"|name="mood" toName="a"|MOOD
            maxRating="5"|maxRating="3"|STARS
            <Rating name="stars"|<Number name="stars"|STARS
            name="each_{{idx}}"|name="of_{{idx}}"|EACH
            """)
    void isContradictedWhereTheControlNoLongerMeansIt(String from, String to, String answers) {
        assertThat(answered(answers).isContradictedBy(spec(CONFIG), changed(from, to))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value="$q"|value="Now: $q"|PAIR
            <Choice value="calm"/>||MOOD
            <Choice value="calm"/>|<Choice value="calm"/><Choice value="odd"/>|MOOD
            maxRating="5"|maxRating="4"|STARS
            maxRating="5"|maxRating="10"|STARS
            <TextArea name="why" toName="q"/>||EACH
            <Text name="q"|<HyperText name="q"|RANK
            <Bucket name="good"/>||SORT
            <Bucket name="poor"/>|<Bucket name="odd"/><Bucket name="poor"/>|SORT
            <Bucket name="poor"/>|<Bucket name="so&#9;so"/>|TABBED
            """)
    void isNotContradictedByWhatLeavesItsMeaning(String from, String to, String answers) {
        assertThat(answered(answers).isContradictedBy(spec(CONFIG), changed(from, to))).isFalse();
    }

    private static AnsweredControl answered(String name) {
        return switch (name) {
            case "PAIR" -> PAIR;
            case "RANK" -> RANK;
            case "SORT" -> SORT;
            case "TABBED" -> TABBED;
            case "MOOD" -> MOOD;
            case "STARS" -> STARS;
            default -> EACH;
        };
    }

    private static ComparisonSpec changed(String from, @org.jspecify.annotations.Nullable String to) {
        String changed = CONFIG.replace(from, to == null ? "" : to);
        assertThat(changed).isNotEqualTo(CONFIG);
        return spec(changed);
    }

    private static ComparisonSpec spec(String tags) {
        return LabelingConfig.parse("<View>" + tags + "</View>").spec();
    }
}
