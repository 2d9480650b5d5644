package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.labelstudio.tag.ChosenValue;

/**
 * What a task offers for a Choices. Each item of its list is a text, or an object whose {@code alias} or {@code value} is what results
 * say, and whose {@code children} are such a list again. Source: Label Studio,
 * web/libs/editor/src/mixins/DynamicChildrenMixin.js and web/libs/editor/src/tags/control/Choice.jsx.
 *
 * @param choices as a control lists them: what stands below an option follows it
 * @param options what is said of them beside their values
 */
record OfferedOptions(List<String> choices, List<Option> options) {

    /**
     * {@return what a value of a task offers; nothing if it is no list}
     *
     * @param nested whether {@code children} are offered too, so that each option is named by the path to it
     */
    static OfferedOptions in(@Nullable Object offered, boolean nested) {
        OfferedOptions found = new OfferedOptions(new ArrayList<>(), new ArrayList<>());
        if (nested) {
            found.addBelow(List.of(), offered);
        } else if (offered instanceof List<?> items) {
            items.forEach(found::add);
        }
        return found;
    }

    private void add(@Nullable Object item) {
        String value = valueOf(item);
        if (value == null) {
            return;
        }
        choices.add(value);
        Option option = said(value, value, item, List.of());
        if (!option.equals(new Option(value, null, null, null, List.of()))) {
            options.add(option);
        }
    }

    private void addBelow(List<String> above, @Nullable Object offered) {
        List<?> items = offered instanceof List<?> list ? list : List.of();
        for (Object item : items) {
            String value = valueOf(item);
            if (value != null) {
                List<String> path = new ArrayList<>(above);
                path.add(value);
                String listed = ChosenValue.ofPath(path);
                choices.add(listed);
                options.add(said(listed, value, item, path));
                addBelow(path, item instanceof Map<?, ?> keys ? keys.get("children") : null);
            }
        }
    }

    private static Option said(String listed, String value, @Nullable Object item, List<String> path) {
        Map<?, ?> keys = item instanceof Map<?, ?> members ? members : Map.of();
        String label = valueOf(keys.get("value"));
        return new Option(listed, value.equals(label) ? null : label, text(keys.get("hint")), text(keys.get("hotkey")),
                path, "true".equals(String.valueOf(keys.get("selected"))));
    }

    private static @Nullable String valueOf(@Nullable Object item) {
        if (item instanceof Map<?, ?> keys) {
            return keys.get("alias") instanceof String alias ? alias : valueOf(keys.get("value"));
        }
        return text(item);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }
}
