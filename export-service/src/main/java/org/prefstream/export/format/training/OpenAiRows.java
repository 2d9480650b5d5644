package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;

/** The row that OpenAI invented and other services took over. It has no further columns, which some of these refuse. */
final class OpenAiRows {

    /** What OpenAI and Azure say of files. */
    static final FileLimits LIMITS = FileLimits.atLeast(10).atMostBytes(512 * FileLimits.MEGABYTE);

    private OpenAiRows() {
    }

    static List<Map<String, Object>> pair(TrainingRow row) {
        return List.of(TrainingRow.line("input", TrainingRow.line("messages", TrainingRow.plain(row.prompt())),
                "preferred_output", TrainingRow.plain(row.chosen()), "non_preferred_output",
                TrainingRow.plain(row.rejected())));
    }
}
