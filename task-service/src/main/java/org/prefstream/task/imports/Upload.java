package org.prefstream.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.imports.read.ImportFormat;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportPart;

/** A file of an import, or its body, complete on disk: a slow sender holds no connection to the database. */
record Upload(@Nullable String fileName, ImportFormat format, Path content) {

    private static final int HEAD_BYTES = 64;

    /** {@return a body, spooled into the file; refuses with a 413 what is longer than allowed} */
    static Upload ofBody(InputStream body, @Nullable String contentType, Path file, long mostBytes) throws IOException {
        byte[] head = body.readNBytes(HEAD_BYTES);
        ImportFormat format = ImportFormat.detect(contentType, null, head);
        try (var out = Files.newOutputStream(file)) {
            out.write(head);
            long written = head.length;
            byte[] buffer = new byte[64 * 1024];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                written += count;
                requireAtMost(written, mostBytes);
                out.write(buffer, 0, count);
            }
        }
        return new Upload(null, format, file);
    }

    /** {@return a file that the server has put on disk already} */
    static Upload ofFile(String fileName, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Upload(fileName, ImportFormat.detect(null, fileName, in.readNBytes(HEAD_BYTES)), file);
        }
    }

    /** {@return what tells this upload from others: its name and the SHA-256 of its content, which is read for it} */
    String fingerprint() throws IOException {
        MessageDigest digest = Hashes.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(content), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return fileName + "\n" + HexFormat.of().formatHex(digest.digest());
    }

    /** Refuses more bytes than an import may have. */
    static void requireAtMost(long bytes, long mostBytes) {
        if (bytes > mostBytes) {
            throw ImportInvalid.tooLarge("The import is longer than " + mostBytes
                    + " bytes. Send it in parts: each import is all or nothing by itself.");
        }
    }

    /** {@return the upload as a part of an import, whose progress counts the bytes that are read} */
    ImportPart part(ImportProgress progress) {
        return new ImportPart(fileName, format, () -> progress.counted(Files.newInputStream(content)));
    }
}
