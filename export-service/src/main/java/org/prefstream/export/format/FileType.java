package org.prefstream.export.format;

/**
 * What kind of file a format makes.
 *
 * @param contentType the value of the header Content-Type
 * @param ending the end of the file's name, without the dot
 */
public record FileType(String contentType, String ending) {

    /** JSON, with the content type that Label Studio gives it. */
    static final FileType LABEL_STUDIO_JSON = new FileType("application/.json", "json");
    /** A table, with the content type that Label Studio gives it; its file ends in csv whatever separates the columns. */
    static final FileType LABEL_STUDIO_TABLE = new FileType("application/.csv", "csv");
    /** A JSON object per line. */
    public static final FileType JSON_LINES = new FileType("application/x-ndjson", "jsonl");
    /** One JSON value. */
    public static final FileType JSON = new FileType("application/json", "json");
    /** Columns; the type is registered with IANA. */
    public static final FileType PARQUET = new FileType("application/vnd.apache.parquet", "parquet");
    /** Several files in one. */
    public static final FileType ZIP = new FileType("application/zip", "zip");

    /** {@return whether such a file is compressed by itself} */
    public boolean isPacked() {
        return equals(PARQUET) || equals(ZIP);
    }
}
