package org.prefstream.frontend.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import io.vertx.core.buffer.Buffer;

/** Holds one file of the web UI in memory, plain and compressed. */
record WebFile(Buffer bytes, Buffer gzip, String contentType, String cacheControl, String etag) {

    private static final String ROOT = "META-INF/resources";
    /** The build puts a hash of the content into the name of each file in this folder. */
    private static final String HASHED = "/assets/";

    private static final Map<String, String> CONTENT_TYPES = Map.of("html", "text/html; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml", "png",
            "image/png", "ico", "image/x-icon", "txt", "text/plain; charset=utf-8", "webmanifest",
            "application/manifest+json", "woff2", "font/woff2");

    /** {@return the file with this path, if the build contains it and its type may be served} */
    static Optional<WebFile> load(String path) {
        String contentType = CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (contentType == null) {
            return Optional.empty();
        }
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        try (InputStream in = classes.getResourceAsStream(ROOT + path)) {
            return in == null ? Optional.empty() : Optional.of(of(path, contentType, in.readAllBytes()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static WebFile of(String path, String contentType, byte[] bytes) throws IOException {
        String cacheControl = path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
        return new WebFile(Buffer.buffer(bytes), Buffer.buffer(compress(bytes)), contentType, cacheControl,
                etag(bytes));
    }

    private static byte[] compress(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
