package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.tag.TagType;

/**
 * A comparison spec as it is for one task: what stands in a Repeater is there once for each item of the task's list, with the
 * item's index in names and values, and choices that the task brings are the control's.
 */
public final class Expansion {

    /** The most objects and controls that one task may show: beyond it nobody judges, and the memory is gone. */
    static final int PARTS_MAX = 5_000;

    private Expansion() {
    }

    /** {@return the spec for a task with that data; the same spec if it depends on no task} */
    public static ComparisonSpec of(ComparisonSpec spec, Map<String, Object> data) {
        boolean fixed = spec.objects().stream().allMatch(object -> object.repeats().isEmpty())
                && spec.controls().stream().allMatch(control -> control.repeats().isEmpty() && control.value() == null);
        if (fixed) {
            return spec;
        }
        List<ShownObject> objects = new Repetition<>(data, ShownObject::repeats, Expansion::at).all(spec.objects());
        List<Control> controls = new Repetition<>(data, Control::repeats, Expansion::at).all(spec.controls());
        return new ComparisonSpec(objects, controls.stream().map(control -> withChoices(control, data)).toList());
    }

    /**
     * {@return the control that a result's {@code from_name} means, a repeated one by any index; nothing if there is none}
     *
     * @param spec a pattern, as a project has it
     */
    public static Optional<Control> controlNamed(ComparisonSpec spec, String name) {
        return spec.control(name)
                .or(() -> spec.controls()
                        .stream()
                        .filter(control -> !control.repeats().isEmpty() && pattern(control).matcher(name).matches())
                        .findFirst());
    }

    private static Pattern pattern(Control control) {
        String pattern = Pattern.quote(control.name());
        for (Repeat repeat : control.repeats()) {
            pattern = pattern.replace(repeat.flag(), "\\E\\d+\\Q");
        }
        return Pattern.compile(pattern);
    }

    private static ShownObject at(ShownObject object, List<Repeat> repeats) {
        return new ShownObject(filled(object.name(), repeats), object.tag(), filled(object.value(), repeats),
                object.shownAs(), object.nameKey(), object.textKey(), repeats);
    }

    private static Control at(Control control, List<Repeat> repeats) {
        String value = control.value();
        return new Control(filled(control.name(), repeats), control.type(),
                control.toName().stream().map(name -> filled(name, repeats)).toList(), control.choices(),
                control.multiple(), control.maxRating(), control.required(),
                value == null ? null : filled(value, repeats), repeats, control.options(), control.nested());
    }

    private static Control withChoices(Control control, Map<String, Object> data) {
        if (control.value() == null || !TagType.CHOICES.is(control)) {
            return control;
        }
        OfferedOptions offered = OfferedOptions.in(ValueExpression.of(control.value()).read(data), control.nested());
        return new Control(control.name(), control.type(), control.toName(), offered.choices(), control.multiple(),
                control.maxRating(), control.required(), control.value(), control.repeats(), offered.options(),
                control.nested());
    }

    /** {@return the text with the indices of those repeats instead of their flags} */
    static String filled(String text, List<Repeat> repeats) {
        String filled = text;
        for (Repeat repeat : repeats) {
            Integer index = repeat.index();
            filled = index == null ? filled : filled.replace(repeat.flag(), index.toString());
        }
        return filled;
    }

    /** {@return how many items a Repeater inside of those repetitions has in that data} */
    static int count(Repeat repeat, List<Repeat> around, Map<String, Object> data) {
        return ValueExpression.of(filled(repeat.on(), around)).read(data) instanceof List<?> items ? items.size() : 0;
    }

    /**
     * Repeats the parts of one kind.
     *
     * @param repeats which Repeaters are around a part
     * @param at the part with its indices
     */
    private record Repetition<T>(
            Map<String, Object> data,
            Function<T, List<Repeat>> repeats,
            BiFunction<T, List<Repeat>, T> at) {

        List<T> all(List<T> pattern) {
            List<T> all = new ArrayList<>();
            repeat(pattern, List.of(), all);
            return all;
        }

        /** Parts of one Repeater stand beside each other and are repeated together: first all of index 0, then of 1. */
        private void repeat(List<T> pattern, List<Repeat> around, List<T> all) {
            int depth = around.size();
            for (int i = 0; i < pattern.size();) {
                T part = pattern.get(i);
                if (repeats.apply(part).size() == depth) {
                    all.add(at.apply(part, around));
                    i++;
                    continue;
                }
                Repeat next = repeats.apply(part).get(depth);
                List<T> group = pattern.subList(i, pattern.size())
                        .stream()
                        .takeWhile(other -> isIn(other, depth, next))
                        .collect(Collectors.toList());
                int count = count(next, around, data);
                for (int index = 0; index < count && all.size() < PARTS_MAX; index++) {
                    List<Repeat> inside = new ArrayList<>(around);
                    inside.add(new Repeat(next.repeater(), filled(next.on(), around), next.flag(), index));
                    repeat(group, inside, all);
                }
                i += group.size();
            }
        }

        private boolean isIn(T part, int depth, Repeat repeat) {
            List<Repeat> of = repeats.apply(part);
            return of.size() > depth && of.get(depth).repeater() == repeat.repeater();
        }
    }
}
