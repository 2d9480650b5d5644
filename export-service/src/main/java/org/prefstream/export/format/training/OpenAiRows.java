package org.prefstream.export.format.training;

import java.util.Map;

/** The row that OpenAI invented and other services took over. It has no further columns, which some of these refuse. */
final class OpenAiRows {

    /** What OpenAI says of files. Azure's must be smaller than that. */
    static final FileLimits LIMITS = FileLimits.atLeast(10).atMostBytes(512 * FileLimits.MEGABYTE);

    private OpenAiRows() {
    }

    static Map<String, Object> pair(TrainingRow row) {
        return TrainingRow.line("input", TrainingRow.line("messages", TrainingRow.plain(row.prompt())),
                "preferred_output", TrainingRow.plain(row.chosen()), "non_preferred_output",
                TrainingRow.plain(row.rejected()));
    }
}
