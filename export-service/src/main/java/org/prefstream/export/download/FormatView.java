package org.prefstream.export.download;

import java.util.Arrays;
import java.util.List;

import org.prefstream.export.format.ExportFormat;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A format as the list of formats shows it, with Label Studio's keys. */
public record FormatView(
        String title,
        String description,
        String link,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
        String name) {

    static final List<FormatView> ALL = Arrays.stream(ExportFormat.values()).map(FormatView::of).toList();

    private static FormatView of(ExportFormat format) {
        return switch (format) {
            case JSON -> of("JSON", format, "Every task with its annotations, complete: Label Studio's own form.");
            case JSON_MIN ->
                of("JSON-MIN", format, "One object per annotation: the task's data and what each control says.");
            case CSV -> of("CSV", format, "A table with a row per annotation and a column per data key and control.");
            case TSV -> of("TSV", format, "The same table, its columns separated by tabs.");
            case TRL -> of("TRL preferences", format,
                    "One line per preference with prompt, chosen and rejected, as TRL's trainers read them.",
                    "training");
        };
    }

    private static FormatView of(String title, ExportFormat format, String description, String... tags) {
        return new FormatView(title, description, "https://prefstream.org/docs/exports#" + format.name(), List.of(tags),
                format.name());
    }
}
