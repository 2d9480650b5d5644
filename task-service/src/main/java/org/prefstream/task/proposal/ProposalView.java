package org.prefstream.task.proposal;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.proposal.Column;
import org.prefstream.labelstudio.proposal.ColumnRoles;
import org.prefstream.labelstudio.proposal.ProposedConfig;
import org.prefstream.task.imports.read.ImportFormat;
import org.prefstream.task.imports.read.ImportItem;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a file holds, and a labeling configuration for it.
 *
 * @param foundFormat the extension of files in its format, such as {@code .csv}
 * @param tasksRead how many tasks were looked at
 * @param areAll whether the file has no more tasks than that
 * @param annotated how many of them bring annotations or predictions
 * @param columns the keys of their data
 * @param labelConfig the configuration, as XML; null where nobody can tell what is to be compared
 * @param tasks the first three tasks' data
 */
record ProposalView(
        @JsonProperty("found_format") String foundFormat,
        @JsonProperty("tasks_read") int tasksRead,
        @JsonProperty("are_all") boolean areAll,
        @JsonProperty("annotated") long annotated,
        @JsonProperty("columns") List<ColumnView> columns,
        @JsonProperty("label_config") @Nullable String labelConfig,
        @JsonProperty("tasks") List<Map<String, Object>> tasks) {

    private static final int SHOWN = 3;

    /**
     * A key of the data.
     *
     * @param kind {@code text}, {@code conversation}, {@code pair}, {@code list}, {@code numeric}, {@code empty} or {@code other}
     * @param filled how many of the tasks that were read have a value that is not blank
     * @param role {@code prompt} or {@code answer}; null where annotators do not see it
     * @param hindrance why no configuration can show it: {@code missing} if not every task has it, {@code name} if its name cannot be
     *        written in one; null if it can
     */
    record ColumnView(
            @JsonProperty("name") String name,
            @JsonProperty("kind") String kind,
            @JsonProperty("filled") int filled,
            @JsonProperty("role") @Nullable String role,
            @JsonProperty("hindrance") @Nullable String hindrance) {

        static ColumnView of(Column column, ColumnRoles roles) {
            String role = roles.prompts().contains(column.name())
                    ? "prompt"
                    : roles.answers().contains(column.name()) ? "answer" : null;
            return new ColumnView(column.name(), column.kind().name().toLowerCase(Locale.ROOT), column.filled(), role,
                    column.canBeShown() ? null : column.hindrance().name().toLowerCase(Locale.ROOT));
        }
    }

    static ProposalView of(ImportFormat format, FirstTasks first, List<Column> columns, ColumnRoles roles) {
        return new ProposalView(format.extension(), first.items().size(), first.areAll(),
                first.items().stream().filter(ProposalView::isAnnotated).count(),
                columns.stream().map(column -> ColumnView.of(column, roles)).toList(),
                roles.answers().isEmpty() ? null : ProposedConfig.of(columns, roles),
                first.data().stream().limit(SHOWN).toList());
    }

    private static boolean isAnnotated(ImportItem item) {
        return !item.annotations().isEmpty() || !item.predictions().isEmpty();
    }
}
