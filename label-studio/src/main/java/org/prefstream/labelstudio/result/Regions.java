package org.prefstream.labelstudio.result;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;

/** Reads the regions of a Label Studio result. What is not shaped like a region is passed over. */
public record Regions(List<Region> regions) {

    public static Regions of(List<?> result) {
        return new Regions(result.stream().flatMap(Regions::region).toList());
    }

    /** {@return the answers to a control} */
    public Stream<Region> answering(Control control) {
        return regions.stream()
                .filter(region -> region.control().equals(control.name()) && region.type().equals(control.type()));
    }

    private static Stream<Region> region(@Nullable Object item) {
        return item instanceof Map<?, ?> keys && keys.get("from_name") instanceof String control
                && keys.get("type") instanceof String type && keys.get("value") instanceof Map<?, ?> value
                        ? Stream.of(new Region(control, type, value))
                        : Stream.empty();
    }

    /** An answer to one control. */
    public record Region(String control, String type, Map<?, ?> value) {

        /** {@return the strings under that key: those of a list, or the one that stands there alone} */
        public List<String> texts(String key) {
            Object found = value.get(key);
            Stream<?> texts = found instanceof List<?> list ? list.stream() : Stream.ofNullable(found);
            return texts.filter(String.class::isInstance).map(String.class::cast).toList();
        }
    }
}
