package org.prefstream.export.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats that a project can be exported in, with the content types that Label Studio gives to its own. */
public enum ExportFormat {

    /** Label Studio's tasks with their annotations, as its API shows them. */
    JSON("application/.json", "json"),
    /** One flat object per annotation: the task's data, and one key per answered control. */
    JSON_MIN("application/.json", "json"),
    /** The rows of {@link #JSON_MIN} as a table. */
    CSV("application/.csv", "csv"),
    /** The table with tabs; Label Studio's file ends in csv all the same. */
    TSV("application/.csv", "csv"),
    /** The dataset records, one per line, for TRL's trainers. */
    TRL("application/x-ndjson", "jsonl");

    private final String contentType;
    private final String fileExtension;

    ExportFormat(String contentType, String fileExtension) {
        this.contentType = contentType;
        this.fileExtension = fileExtension;
    }

    /** {@return the format that a request calls by that name, in upper or lower case} */
    public static Optional<ExportFormat> named(String exportType) {
        String name = exportType.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.name().equals(name)).findFirst();
    }

    /** {@return the value of the header Content-Type} */
    public String contentType() {
        return contentType;
    }

    /** {@return the end of the file's name, without the dot} */
    public String fileExtension() {
        return fileExtension;
    }

    /** {@return whether its rows are tasks, see {@link TaskExport}; otherwise they are dataset records} */
    public boolean isOfTasks() {
        return this != TRL;
    }

    /** {@return whether all rows must be looked at before the first can be written, see {@link CsvColumns}} */
    public boolean isTable() {
        return this == CSV || this == TSV;
    }
}
