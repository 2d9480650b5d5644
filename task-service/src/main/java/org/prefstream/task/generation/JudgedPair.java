package org.prefstream.task.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.tag.Selection;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.ShownContent;

/**
 * The two answers that a judge model compares: those of the only control that compares something, which must be a Pairwise of two texts or
 * conversations.
 */
final class JudgedPair {

    private final ComparisonSpec spec;
    private final Control control;

    private JudgedPair(ComparisonSpec spec, Control control) {
        this.spec = spec;
        this.control = control;
    }

    /**
     * {@return the pair of a project's tasks}
     *
     * @throws ProblemException 400 if a judge cannot compare what the configuration shows
     */
    static JudgedPair of(ComparisonSpec spec) {
        List<Control> comparing = spec.controls().stream().filter(TagType::compares).toList();
        if (comparing.size() != 1) {
            throw refused(comparing.isEmpty()
                    ? "and it compares nothing yet"
                    : "and it has " + comparing.size() + " controls that compare");
        }
        Control only = comparing.get(0);
        if (!TagType.PAIRWISE.is(only)) {
            throw refused("and \"" + only.name() + "\" ranks a list");
        }
        if (!only.repeats().isEmpty()) {
            throw refused("and \"" + only.name() + "\" is repeated for each item of a list");
        }
        return new JudgedPair(spec, only);
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid("label_config",
                "A judge model compares two texts or conversations by one Pairwise of the labeling configuration, "
                        + why + ".");
    }

    /** {@return the names of the two, the left one first} */
    List<String> names() {
        return control.toName();
    }

    /** {@return what the two say, the left one first} */
    List<String> texts(Map<String, Object> data) throws NotAnswered {
        List<String> texts = new ArrayList<>();
        for (Comparison.Candidate candidate : Comparison.all(spec, data).get(0).candidates()) {
            String text = text(ShownContent.parse(candidate.content()));
            if (text.isBlank()) {
                throw NotAnswered.forThisTask("There is nothing to judge: \"" + candidate.id() + "\" is empty.");
            }
            texts.add(text);
        }
        return texts;
    }

    private static String text(ShownContent content) {
        return content instanceof ShownContent.Messages said
                ? PromptMessages.transcript(said.conversation())
                : ((ShownContent.Text) content).text();
    }

    /** {@return a result of Label Studio that selects so} */
    String result(Selection selection) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("id", "verdict");
        region.put("from_name", control.name());
        region.put("to_name", control.name());
        region.put("type", control.type());
        region.put("value", Map.of(TagType.PAIRWISE.valueKey(), selection.wire()));
        return Json.write(List.of(region));
    }
}
