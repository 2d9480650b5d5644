package org.prefstream.task.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Hashes;
import org.prefstream.task.importing.ImportFormat;
import org.prefstream.task.importing.ImportInvalid;
import org.prefstream.task.importing.ImportPart;

/**
 * A file of an import, or its body, complete on disk: a slow sender holds no connection to the database.
 *
 * @param sha256 of the content, lower-case hex
 */
record Upload(@Nullable String fileName, ImportFormat format, Path content, String sha256) {

    private static final int HEAD_BYTES = 64;

    /** {@return a body, spooled into the file; refuses with a 413 what is longer than allowed} */
    static Upload ofBody(InputStream body, @Nullable String contentType, Path file, long mostBytes) throws IOException {
        byte[] head = body.readNBytes(HEAD_BYTES);
        ImportFormat format = ImportFormat.detect(contentType, null, head);
        MessageDigest digest = Hashes.digest();
        digest.update(head);
        try (var out = Files.newOutputStream(file)) {
            out.write(head);
            long written = head.length;
            byte[] buffer = new byte[64 * 1024];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                written += count;
                requireAtMost(written, mostBytes);
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        return new Upload(null, format, file, HexFormat.of().formatHex(digest.digest()));
    }

    /** {@return a file that the server has put on disk already} */
    static Upload ofFile(String fileName, Path file) throws IOException {
        MessageDigest digest = Hashes.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            ImportFormat format = ImportFormat.detect(null, fileName, in.readNBytes(HEAD_BYTES));
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Upload(fileName, format, file, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Refuses more bytes than an import may have. */
    static void requireAtMost(long bytes, long mostBytes) {
        if (bytes > mostBytes) {
            throw ImportInvalid.tooLarge("The import is longer than " + mostBytes
                    + " bytes. Send it in parts: each import is all or nothing by itself.");
        }
    }

    ImportPart part() {
        return new ImportPart(fileName, format, () -> Files.newInputStream(content));
    }
}
