package org.prefstream.labelstudio.config;

import java.util.List;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.LayoutBox;
import org.prefstream.labelstudio.json.Json;

/**
 * What a project's labeling configuration means: what annotators see, what they may answer, and which data each task needs.
 * The XML itself is kept by whoever stores the project, as it was written.
 *
 * @param spec what is shown, compared and answered, as it travels on the {@code projects} topic
 * @param layout how the page shows and asks it
 * @param isStyled whether the configuration brings a style sheet of its own
 * @param parsedLabelConfig Label Studio's {@code parsed_label_config}, a JSON object
 * @param controlWeights Label Studio's {@code control_weights}, a JSON object
 * @param warnings what the configuration contains and the spec does not understand; each names tag and line, of
 *        many the last one says how many more there are
 */
public record LabelingConfig(
        ComparisonSpec spec,
        LayoutBox layout,
        boolean isStyled,
        String parsedLabelConfig,
        String controlWeights,
        List<String> warnings) {

    public LabelingConfig {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a configuration.
     *
     * @param xml as the project's owner wrote it
     * @return what it means; {@code <View></View>} means nothing to label yet, and is valid
     * @throws LabelingConfigInvalid if it is not well-formed, goes beyond a cap (256 KiB, 64 levels, 2,000 tags, 64 attributes
     *         per tag of 16,384 characters), its root is no View, a shown or answered tag has no name or another's, a toName
     *         points nowhere or to the wrong number or kind of tags, or a comparison could never give a row to train on
     */
    public static LabelingConfig parse(String xml) {
        List<Tag> tags = ConfigXml.read(xml).tags();
        TagRules.check(tags);
        ParsedControls controls = new ParsedControls(tags);
        boolean isStyled = tags.stream().anyMatch(tag -> !tag.styleSheet().isBlank());
        return new LabelingConfig(SpecReader.spec(tags), LayoutReader.layout(tags), isStyled,
                Json.write(controls.parsedLabelConfig()), Json.write(controls.controlWeights()),
                ConfigWarnings.of(tags));
    }
}
