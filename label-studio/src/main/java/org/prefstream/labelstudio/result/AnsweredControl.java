package org.prefstream.labelstudio.result;

import java.math.BigDecimal;
import java.util.Optional;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Expansion;

/**
 * Equal answers to one control, which a changed configuration must not contradict: it still has the control, the control
 * still offers what was answered, and what was compared goes on to be what it was, on the side on which it was.
 *
 * @param name {@code from_name} of the answers
 * @param toName {@code to_name} of the answers; empty where they have none
 * @param type {@code type} of the answers
 * @param value what was chosen, how many stars were given or into which bucket something was sorted, see {@link OfferedValues};
 *     empty for other controls
 * @param count how many such answers there are
 */
public record AnsweredControl(String name, String toName, String type, String value, long count) {

    /**
     * {@return whether a new configuration contradicts these answers}
     *
     * @param before what the present configuration means, under which they were given
     * @param spec what the new one means
     */
    public boolean isContradictedBy(ComparisonSpec before, ComparisonSpec spec) {
        Optional<Control> control = Expansion.controlNamed(spec, name).filter(found -> found.type().equals(type));
        return control
                .map(kept -> !offers(kept)
                        || !(TagType.compares(kept) ? comparesTheSame(kept, before, spec) : isAbout(kept)))
                .orElse(true);
    }

    /** Label Studio's front end writes a control's own name for what it is about, where that is more than one object. */
    private boolean isAbout(Control control) {
        return toName.isEmpty() || toName.equals(name) || !control.repeats().isEmpty()
                || control.toName().contains(toName);
    }

    private boolean offers(Control control) {
        if (value.isEmpty()) {
            return true;
        }
        if (TagType.CHOICES.is(control)) {
            return control.value() != null || lists(control);
        }
        if (TagType.RANKER.is(control)) {
            return lists(control);
        }
        return !TagType.RATING.is(control)
                || new BigDecimal(value).compareTo(BigDecimal.valueOf(control.maxRating())) <= 0;
    }

    /** Values are kept with a space in place of each tab. */
    private boolean lists(Control control) {
        return control.choices().stream().anyMatch(choice -> choice.replace('\t', ' ').equals(value));
    }

    private boolean comparesTheSame(Control control, ComparisonSpec before, ComparisonSpec spec) {
        return Expansion.controlNamed(before, name)
                .filter(old -> !old.toName().equals(control.toName()) || !old.repeats().equals(control.repeats())
                        || asksOrder(old) != asksOrder(control)
                        || !control.toName()
                                .stream()
                                .allMatch(object -> spec.object(object).equals(before.object(object))))
                .isEmpty();
    }

    /** An order says nothing about buckets, and buckets say no order. */
    private static boolean asksOrder(Control control) {
        return control.choices().isEmpty();
    }

    /** {@return what is answered, as Label Studio's summary of a project names it} */
    public String key() {
        return name + "|" + toName + "|" + type;
    }

    /** {@return whether these answers say which of two is better; Label Studio's summary leaves them out} */
    public boolean isOfPair() {
        return type.equals(TagType.PAIRWISE.resultType());
    }

    /** {@return the answers as Label Studio's refusal lists them} */
    @Override
    public String toString() {
        String answers = "%d with from_name=%s, to_name=%s, type=%s".formatted(count, name, toName, type);
        return value.isEmpty() ? answers : answers + ", value=" + value;
    }
}
