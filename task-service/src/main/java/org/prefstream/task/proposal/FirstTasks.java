package org.prefstream.task.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportPart;
import org.prefstream.task.imports.read.TaskSource;

/**
 * The first tasks of a file, read as an import would read them.
 *
 * @param items some hundred of them at most
 * @param areAll whether the file has no more
 */
record FirstTasks(List<ImportItem> items, boolean areAll) {

    private static final int MOST = 100;
    private static final RequiredFields NOTHING = RequiredFields.of(new ComparisonSpec(List.of(), List.of()));

    FirstTasks {
        items = List.copyOf(items);
    }

    /**
     * Reads the beginning of a file.
     *
     * @param isCut whether only the beginning was sent, so that its last task may be half a one
     * @param isRead whether nothing is left of what was sent
     * @throws ImportInvalid if the file cannot be imported, as far as it is read
     */
    static FirstTasks read(ImportPart part, boolean isCut, BooleanSupplier isRead) {
        List<ImportItem> items = new ArrayList<>();
        boolean hasMore = false;
        try (TaskSource source = TaskSource.open(List.of(part), NOTHING)) {
            while (items.size() < MOST && source.hasNext()) {
                items.add(source.next());
            }
            hasMore = items.size() == MOST && source.hasNext();
        } catch (ImportInvalid refused) {
            // where the text ends in the middle of a task, it is in no format any more
            if (!isCut || items.isEmpty() || !isRead.getAsBoolean()) {
                throw refused;
            }
            hasMore = true;
        }
        return hasMore ? new FirstTasks(items, false) : ended(items, isCut);
    }

    /** A row of a table can end anywhere and still be a row. */
    private static FirstTasks ended(List<ImportItem> items, boolean isCut) {
        if (isCut && items.size() == 1) {
            throw ImportInvalid
                    .tasks("the first task does not end within the beginning that was sent; send more of it");
        }
        return new FirstTasks(isCut ? items.subList(0, items.size() - 1) : items, !isCut);
    }

    /** {@return what each of them holds} */
    List<Map<String, Object>> data() {
        return items.stream().map(ImportItem::data).toList();
    }
}
