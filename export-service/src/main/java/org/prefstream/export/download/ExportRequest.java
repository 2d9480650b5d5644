package org.prefstream.export.download;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.kit.web.Flags;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * What somebody wants to export, and in which format.
 *
 * @param flags those of the format's flags that the request sets to true
 * @param splits the splits that each have files of their own; none where nobody asks for several
 * @param isDryRun whether the counts of the file are wanted instead of the file
 */
public record ExportRequest(
        ExportFormat format,
        Set<String> flags,
        Selection selection,
        List<SplitChoice> splits,
        boolean isDryRun) {

    /** Both spellings of the format's name are in use. */
    private static final List<String> FORMAT = List.of("exportType", "export_type");
    /** Both spellings of the parameter for task ids are in use. Each may be repeated, and may hold several ids with commas. */
    private static final List<String> IDS = List.of("ids[]", "ids");

    public ExportRequest {
        flags = Set.copyOf(flags);
        splits = List.copyOf(splits);
    }

    /**
     * {@return the request that a query asks for; unknown parameters are ignored}
     *
     * @param query the query's parameters, each with its values
     * @throws ProblemException a 400 that names the parameter, and says what it may be
     */
    public static ExportRequest of(long projectId, Map<String, List<String>> query, Formats formats) {
        ExportFormat format = formats.named(first(query, FORMAT));
        SelectionQuery asked = new SelectionQuery(query, formats, format);
        return new ExportRequest(
                format, flags(query, formats, format), new Selection(projectId, taskIds(query),
                        isYes(query, "download_all_tasks"), asked.judgements(), asked.pairs()),
                asked.splits(), isYes(query, "dry_run"));
    }

    private static @Nullable String first(Map<String, List<String>> query, List<String> names) {
        return names.stream().flatMap(name -> query.getOrDefault(name, List.of()).stream()).findFirst().orElse(null);
    }

    private static Set<String> flags(Map<String, List<String>> query, Formats formats, ExportFormat format) {
        Set<String> flags = new LinkedHashSet<>();
        for (String flag : formats.flags()) {
            if (isYes(query, flag)) {
                if (!format.flags().contains(flag)) {
                    throw ProblemException.invalid(flag, "is only for the formats %s, not for %s"
                            .formatted(formats.having(flag), format.card().name()));
                }
                flags.add(flag);
            }
        }
        return flags;
    }

    private static boolean isYes(Map<String, List<String>> query, String name) {
        String value = first(query, List.of(name));
        return value != null && !value.isEmpty() && Flags.of(value)
                .orElseThrow(() -> ProblemException.invalid(name, "must be true or false, not \"" + value + "\""));
    }

    private static Set<Long> taskIds(Map<String, List<String>> query) {
        Set<Long> ids = new LinkedHashSet<>();
        for (String name : IDS) {
            ids.addAll(SelectionQuery.ids(query, name, "a task"));
        }
        return ids;
    }
}
