package org.prefstream.task.labeling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.config.LabelingConfig;

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
}
