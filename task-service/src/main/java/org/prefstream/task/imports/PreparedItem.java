package org.prefstream.task.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.ResultCheck;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Expansion;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportedAnnotation;
import org.prefstream.task.task.TaskContent;

/**
 * An item with what can be worked out before the database is asked for anything: JSON is written and hashed, annotations are
 * compared with the configuration.
 *
 * @param results the results of the item's predictions as compact JSON
 * @param awaitsAnswers whether a model is to give what it misses, before anybody labels it
 * @param fingerprint what its twins have, too; null where nobody asks for them
 */
record PreparedItem(
        ImportItem item,
        TaskContent content,
        List<String> results,
        boolean awaitsAnswers,
        @Nullable UUID fingerprint) {

    /**
     * Prepares an item.
     *
     * @param forTwins whether its twins will be looked for
     * @throws ImportInvalid if an annotation contradicts what the project shows and takes
     */
    static PreparedItem of(ImportItem item, TargetProject project, boolean forTwins) {
        Optional<String> missing = missing(item, project);
        check(item, project, missing);
        return new PreparedItem(item, TaskContent.of(item.data(), item.meta()),
                item.predictions().stream().map(prediction -> Json.write(prediction.result())).toList(),
                missing.isPresent(), forTwins ? project.fingerprint().of(item.data()) : null);
    }

    /** Where nothing is generated, the reader has looked for all of it already. */
    private static Optional<String> missing(ImportItem item, TargetProject project) {
        return project.generatesAnswers() ? project.requiredToLabel().flaw(item.data()) : Optional.empty();
    }

    /** An annotation that is taken here is not refused later, where nobody waits for an answer. */
    private static void check(ImportItem item, TargetProject project, Optional<String> missing) {
        if (item.annotations().isEmpty()) {
            return;
        }
        missing.ifPresent(flaw -> {
            throw ImportInvalid.tasks("Error at item " + item.index()
                    + ": it comes with annotations, so it must have its answers: " + flaw);
        });
        ComparisonSpec spec = Expansion.of(project.spec(), item.data());
        List<Comparison> comparisons = Comparison.all(spec, item.data());
        for (ImportedAnnotation annotation : item.annotations()) {
            try {
                ResultCheck.accepted(spec, comparisons, annotation.result());
                ResultCheck.requireAnswer(annotation.result(), annotation.wasCancelled(), project.allowsEmpty());
            } catch (ProblemException e) {
                throw ImportInvalid.tasks(place(item, annotation) + "." + e.getMessage());
            }
        }
    }

    /** {@return what messages call an annotation of an item} */
    static String place(ImportItem item, ImportedAnnotation annotation) {
        return "Error at item " + item.index() + ": " + annotation.path();
    }
}
