package org.prefstream.export.download;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;

/** What somebody wants to have, and in which form. */
record ExportRequest(ExportFormat format, Selection selection) {

    /**
     * {@return the request that a query asks for}
     *
     * @param exportType the format's name; JSON where none is given
     * @param downloadAllTasks whether tasks without annotations are wanted too
     * @param ids the tasks that are wanted; all where none is given
     * @throws ProblemException a 400 that names the parameter and what it may be
     */
    static ExportRequest of(long projectId, @Nullable String exportType, @Nullable String downloadAllTasks,
            List<String> ids) {
        Set<Long> tasks = ids.stream().map(ExportRequest::taskId).collect(Collectors.toSet());
        return new ExportRequest(format(exportType), new Selection(projectId, tasks, isYes(downloadAllTasks)));
    }

    private static ExportFormat format(@Nullable String exportType) {
        return exportType == null ? ExportFormat.JSON : ExportFormat.named(exportType).orElseThrow(() -> {
            String known = Arrays.stream(ExportFormat.values()).map(Enum::name).collect(Collectors.joining(", "));
            return ProblemException.invalid("exportType",
                    "\"%s\" is not a format; there are %s".formatted(exportType, known));
        });
    }

    private static boolean isYes(@Nullable String downloadAllTasks) {
        return downloadAllTasks != null && !downloadAllTasks.isEmpty()
                && Flags.of(downloadAllTasks)
                        .orElseThrow(() -> ProblemException.invalid("download_all_tasks",
                                "must be true or false, not \"" + downloadAllTasks + "\""));
    }

    private static Long taskId(String id) {
        try {
            return Long.valueOf(id.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("ids[]", "must be the id of a task, a whole number, not \"" + id + "\"");
        }
    }
}
