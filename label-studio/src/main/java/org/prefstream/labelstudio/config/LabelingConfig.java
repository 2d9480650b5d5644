package org.prefstream.labelstudio.config;

import java.util.List;
import java.util.Map;

import org.prefstream.contract.ComparisonSpec;

/**
 * What a project's labeling configuration means: what annotators see, what they may answer, and which data each task needs.
 * The XML itself is kept by whoever stores the project, as it was written.
 *
 * @param spec what is shown, compared and answered, as it travels on the {@code projects} topic. The {@code choices} of a
 *        Choices that takes them from the task ({@code value="$field"}) are empty
 * @param parsedLabelConfig Label Studio's {@code parsed_label_config}
 * @param controlWeights Label Studio's {@code control_weights}
 * @param requiredFields the keys that every task's data must have, in document order
 * @param shownFields every data key that the configuration names anywhere: all that an annotator may see
 */
public record LabelingConfig(
        ComparisonSpec spec,
        Map<String, Object> parsedLabelConfig,
        Map<String, Object> controlWeights,
        List<String> requiredFields,
        List<String> shownFields) {

    public LabelingConfig {
        requiredFields = List.copyOf(requiredFields);
        shownFields = List.copyOf(shownFields);
    }

    /**
     * Reads a configuration.
     *
     * @param xml as the project's owner wrote it
     * @return what it means; {@code <View></View>} means nothing to label yet, and is valid
     * @throws LabelingConfigInvalid if it is not well-formed, goes beyond a cap (256 KiB, 64 levels, 2,000 tags, 64 attributes
     *         per tag of 16,384 characters), its root is no View, a shown or answered tag has no name or another's, or a
     *         toName points nowhere or to the wrong number or kind of tags
     */
    public static LabelingConfig parse(String xml) {
        ConfigXml config = ConfigXml.read(xml);
        List<Tag> tags = config.tags();
        TagRules.check(tags);
        LabelStudioControls controls = new LabelStudioControls(tags);
        return new LabelingConfig(SpecFromTags.spec(tags), controls.parsedLabelConfig(), controls.controlWeights(),
                SpecFromTags.requiredFields(tags), SpecFromTags.shownFields(tags));
    }

    /** {@return whether there is anything to answer} */
    public boolean hasControls() {
        return !spec.controls().isEmpty();
    }
}
