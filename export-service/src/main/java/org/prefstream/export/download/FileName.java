package org.prefstream.export.download;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

import org.prefstream.export.format.FileType;

/** The name of an exported file. It has Label Studio's form, so that scripts which look for it find it. */
public record FileName(String text) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm")
            .withZone(ZoneOffset.UTC);

    /**
     * @param part which of several files about the same rows it is; empty where there is one
     * @param tellingApart a number by which the files of one minute differ
     */
    static FileName of(long projectId, String part, FileType file, Instant now, int tellingApart) {
        return new FileName("project-%d-at-%s-%s%s.%s".formatted(projectId, MINUTES.format(now),
                HexFormat.of().toHexDigits(tellingApart), suffix(part), file.ending()));
    }

    /** {@return the name of a snapshot's file, which is always the same} */
    public static FileName ofSnapshot(long projectId, long snapshotId, ExportRequest request) {
        return new FileName("project-%d-snapshot-%d%s.%s".formatted(projectId, snapshotId, suffix(request.part()),
                request.sentFile().ending()));
    }

    private static String suffix(String part) {
        return part.isEmpty() ? "" : "-" + part;
    }

    /** {@return the value of the header Content-Disposition} */
    public String contentDisposition() {
        return "attachment; filename=\"" + text + "\"";
    }
}
