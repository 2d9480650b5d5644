package org.prefstream.annotation.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Finds the annotator's reason for a judgement. It stands in the TextArea named {@code rationale}, or else in the one named
 * {@code reason}, or else in the only TextArea that belongs to the comparison. In a Repeater each repetition has its own
 * TextArea, whose name ends in the index of the repetition.
 */
final class Rationale {

    private static final List<String> NAMES = List.of("rationale", "reason");

    private Rationale() {
    }

    /** {@return the reason that a result gives for a comparison, with several texts one per line; empty where it gives none} */
    static String in(Shown shown, Comparison comparison, Regions regions) {
        List<Control> areas = shown.beside(comparison, TagType.TEXT_AREA);
        Stream<Control> named = NAMES.stream()
                .flatMap(name -> areas.stream().filter(area -> withoutIndex(area).equals(name)));
        Optional<String> reason = named.map(area -> written(regions, area)).filter(text -> !text.isBlank()).findFirst();
        return reason.orElseGet(() -> areas.size() == 1 ? written(regions, areas.get(0)) : "");
    }

    private static String withoutIndex(Control area) {
        String name = area.name();
        for (Repeat repeat : area.repeats()) {
            name = name.replaceFirst("[_-]?" + repeat.index() + "$", "");
        }
        return name;
    }

    private static String written(Regions regions, Control area) {
        String text = regions.answering(area)
                .flatMap(region -> region.texts(TagType.TEXT_AREA.valueKey()).stream())
                .collect(Collectors.joining("\n"));
        return text.isBlank() ? "" : text;
    }
}
