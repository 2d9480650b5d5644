package org.prefstream.task.imports;

import java.util.List;

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
 */
record PreparedItem(ImportItem item, TaskContent content, List<String> results) {

    /**
     * Prepares an item.
     *
     * @throws ImportInvalid if an annotation contradicts what the project shows and takes
     */
    static PreparedItem of(ImportItem item, TargetProject project) {
        check(item, project);
        return new PreparedItem(item, TaskContent.of(item.data(), item.meta()),
                item.predictions().stream().map(prediction -> Json.write(prediction.result())).toList());
    }

    /** An annotation that is taken here is not refused later, where nobody waits for an answer. */
    private static void check(ImportItem item, TargetProject project) {
        if (item.annotations().isEmpty()) {
            return;
        }
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
