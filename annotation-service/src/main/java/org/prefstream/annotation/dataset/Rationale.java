package org.prefstream.annotation.dataset;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.prefstream.labelstudio.result.Regions;

/** The annotator's reason: what stands in the TextArea named {@code rationale}, or else in the one named {@code reason}. */
public final class Rationale {

    private static final List<String> CONTROLS = List.of("rationale", "reason");

    private Rationale() {
    }

    /** {@return the reason that the result gives, several texts one per line; empty where it gives none} */
    public static String in(List<Object> result) {
        Regions regions = Regions.of(result);
        return CONTROLS.stream()
                .map(control -> written(regions, control))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String written(Regions regions, String control) {
        Stream<Regions.Region> areas = regions.answering(control).filter(region -> region.type().equals("textarea"));
        return areas.flatMap(region -> region.texts("text").stream()).collect(Collectors.joining("\n"));
    }
}
