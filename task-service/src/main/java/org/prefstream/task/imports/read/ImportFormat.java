package org.prefstream.task.imports.read;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.StorableText;

/** How tasks are written in a file or a request body. Always UTF-8, never compressed. */
public enum ImportFormat {

    /** A JSON array of tasks, one task, or several tasks one after another (JSON Lines). */
    JSON(".json", Set.of("application/json", "text/json")),
    /** One JSON object per line; read as {@link #JSON}. */
    JSON_LINES(".jsonl",
            Set.of("application/jsonl", "application/x-jsonlines", "application/jsonlines", "application/x-ndjson",
                    "application/ndjson")),
    /** Values separated by commas, semicolons or tabs, as the header row shows; quoted as in RFC 4180. */
    CSV(".csv", Set.of("text/csv", "application/csv")),
    /** As {@link #CSV}; tabs separate the values if the header row has any. */
    TSV(".tsv", Set.of("text/tab-separated-values")),
    /** One task per line: the text of the first data key that the labeling configuration shows. */
    TEXT(".txt", Set.of());

    private static final String EXTENSIONS = ".json, .jsonl, .csv, .tsv or .txt";

    private final String extension;
    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of alone
    private final Set<String> mediaTypes;

    ImportFormat(String extension, Set<String> mediaTypes) {
        this.extension = extension;
        this.mediaTypes = mediaTypes;
    }

    /** {@return the extension of such files, such as {@code .json}, as in Label Studio's {@code found_formats}} */
    public String extension() {
        return extension;
    }

    /**
     * Finds out how tasks are written.
     *
     * @param contentType of the body; not looked at where there is a file name
     * @param fileName of an uploaded file; null for a body
     * @param firstBytes what the content begins with, two bytes at least where it has them
     * @return the format to read it as
     * @throws ImportInvalid with 415 for gzip and for a body of another type, with 400 for a file of another extension
     */
    public static ImportFormat detect(@Nullable String contentType, @Nullable String fileName, byte[] firstBytes) {
        if (isGzip(firstBytes)) {
            throw gzip();
        }
        return fileName != null ? ofFile(fileName) : ofBody(contentType, firstBytes);
    }

    /**
     * Refuses compressed bodies.
     *
     * @param contentEncoding the request's header; null where it has none
     * @throws ImportInvalid with 415 for any encoding but {@code identity}
     */
    public static void refuseEncoding(@Nullable String contentEncoding) {
        if (contentEncoding == null || contentEncoding.isBlank()
                || contentEncoding.strip().equalsIgnoreCase("identity")) {
            return;
        }
        if (contentEncoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            throw gzip();
        }
        throw ImportInvalid.unsupported("Content-Encoding \"" + StorableText.shown(contentEncoding)
                + "\" is not supported; send the tasks uncompressed");
    }

    static boolean isGzip(byte[] firstBytes) {
        return firstBytes.length >= 2 && (firstBytes[0] & 0xFF) == 0x1F && (firstBytes[1] & 0xFF) == 0x8B;
    }

    static ImportInvalid gzip() {
        return ImportInvalid.unsupported("gzip is not supported; send the tasks uncompressed");
    }

    private static ImportFormat ofFile(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        if (dot <= 0) {
            throw ImportInvalid
                    .tasks("the file \"" + StorableText.shown(name) + "\" has no extension; name it " + EXTENSIONS);
        }
        String extension = name.substring(dot);
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ImportInvalid.tasks(StorableText.shown(extension) + " extension is not supported"));
    }

    private static ImportFormat ofBody(@Nullable String contentType, byte[] firstBytes) {
        if (contentType == null || contentType.isBlank()) {
            return looksLikeJson(firstBytes)
                    .orElseThrow(() -> ImportInvalid.unsupported("Content-Type is missing; send "
                            + "application/json, text/csv, text/tab-separated-values or multipart/form-data"));
        }
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst()
                .orElseThrow(() -> ImportInvalid.unsupported("Unsupported media type \""
                        + StorableText.shown(contentType)
                        + "\" in request; send application/json, text/csv, text/tab-separated-values or multipart/form-data"));
    }

    private static Optional<ImportFormat> looksLikeJson(byte[] firstBytes) {
        for (byte b : firstBytes) {
            if (b == '[' || b == '{') {
                return Optional.of(JSON);
            } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                break;
            }
        }
        return Optional.empty();
    }
}
