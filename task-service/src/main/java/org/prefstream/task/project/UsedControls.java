package org.prefstream.task.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Expansion;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Which controls have answers already. A new configuration must not contradict them: it still has the controls, they still
 * offer what was answered, and what was compared stays what it was, on the side on which it was.
 */
@ApplicationScoped
class UsedControls {

    private static final String USED = """
            select split_part(control, chr(9), 1), split_part(control, chr(9), 2), split_part(control, chr(9), 3),
                split_part(control, chr(9), 4), count(*)
            from annotation_summary, unnest(controls) control
            where project_id = ?1 and not deleted
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """;
    private static final int MESSAGES_MAX = 20;

    /**
     * Equal answers to one control.
     *
     * @param value what was chosen or rated; empty for controls that do not offer values
     */
    private record Used(String name, String toName, String type, String value, long count) {

        boolean isContradictedBy(ComparisonSpec spec, ComparisonSpec before) {
            Optional<Control> control = Expansion.controlNamed(spec, name).filter(found -> found.type().equals(type));
            if (control.isEmpty()) {
                return true;
            }
            return TagType.compares(control.get())
                    ? !comparesTheSame(control.get(), spec, before)
                    : !isAbout(control.get()) || !offers(control.get());
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
                return control.value() != null
                        || control.choices().stream().anyMatch(choice -> choice.replace('\t', ' ').equals(value));
            }
            return !TagType.RATING.is(control)
                    || new BigDecimal(value).compareTo(BigDecimal.valueOf(control.maxRating())) <= 0;
        }

        /** Left and right mean what stood there: the same objects in the same order, each with the same value. */
        private boolean comparesTheSame(Control control, ComparisonSpec spec, ComparisonSpec before) {
            return Expansion.controlNamed(before, name)
                    .map(old -> old.toName().equals(control.toName()) && old.repeats().equals(control.repeats())
                            && control.toName()
                                    .stream()
                                    .allMatch(object -> spec.object(object).equals(before.object(object))))
                    .orElse(true);
        }

        @Override
        public String toString() {
            String answers = "%d with from_name=%s, to_name=%s, type=%s".formatted(count, name, toName, type);
            return value.isEmpty() ? answers : answers + ", value=" + value;
        }
    }

    /**
     * Refuses a configuration that annotations of the project contradict.
     *
     * @param before what the project's configuration means now
     * @param spec what the new one means
     */
    Uni<Void> requireIn(long projectId, ComparisonSpec before, ComparisonSpec spec) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(USED, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList())
                .invoke(rows -> refuse(rows.stream()
                        .map(UsedControls::used)
                        .filter(used -> used.isContradictedBy(spec, before))
                        .toList()))
                .replaceWithVoid();
    }

    private static void refuse(List<Used> contradicted) {
        if (!contradicted.isEmpty()) {
            throw ProblemException.invalid("label_config",
                    "Created annotations are incompatible with provided labeling schema, we found:\n"
                            + contradicted.stream()
                                    .limit(MESSAGES_MAX)
                                    .map(Used::toString)
                                    .collect(Collectors.joining("\n")));
        }
    }

    private static Used used(Object[] row) {
        return new Used((String) row[0], (String) row[1], (String) row[2], (String) row[3],
                ((Number) row[4]).longValue());
    }
}
