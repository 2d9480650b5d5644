package org.prefstream.task.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.task.RequiredFields;

class TemplatesTest {

    @Test
    void bringsOneForComparingTwoAnswers() {
        Template template = Templates.all().get(0);
        LabelingConfig config = LabelingConfig.parse(template.config());

        assertThat(template.group()).isEqualTo("Generative AI");
        assertThat(template.title()).isEqualTo("Human Preference collection for RLHF");
        assertThat(config.spec().objects()).extracting(ShownObject::name)
                .containsExactly("prompt", "answer1", "answer2");
        assertThat(config.spec().controls()).containsExactly(
                new Control("comparison", "pairwise", List.of("answer1", "answer2"), List.of(), false, 0, false));
    }

    static List<Template> all() {
        return Templates.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsUnderstoodWholeAndShowsItsExample(Template template) {
        LabelingConfig config = LabelingConfig.parse(template.config());

        assertThat(config.warnings()).isEmpty();
        assertThat(config.spec().controls()).isNotEmpty();
        assertThat(RequiredFields.of(config.spec()).flaw(template.example())).isEmpty();
        assertThat(template.details()).startsWith("<p>").endsWith("</p>");
    }

    @Test
    void areTenAtLeastAndHaveNamesOfTheirOwn() {
        assertThat(Templates.all()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(Templates.all()).extracting(Template::title).doesNotHaveDuplicates();
        assertThat(Templates.all()).extracting(Template::config).doesNotHaveDuplicates();
    }

    @Test
    void areSketchedFromTopToBottom() {
        assertThat(sketch("Human Preference collection for RLHF")).containsExactly(Piece.READING, Piece.PAIR);
        assertThat(sketch("Best of several, with a reason")).containsExactly(Piece.READING, Piece.ORDER, Piece.WRITING);
        assertThat(sketch("Preference in a conversation")).containsExactly(Piece.CONVERSATION, Piece.PAIR);
        assertThat(sketch("Safety review")).containsExactly(Piece.READING, Piece.READING, Piece.OPTIONS, Piece.STARS,
                Piece.WRITING);
    }

    private static List<Piece> sketch(String title) {
        return Piece.of(all().stream().filter(template -> template.title().equals(title)).findFirst().orElseThrow());
    }
}
