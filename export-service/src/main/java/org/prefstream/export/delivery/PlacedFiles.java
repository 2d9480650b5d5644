package org.prefstream.export.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/**
 * The files of one delivery. All of them are stored before the first one can be seen, and the manifest can be seen last. So whoever
 * sees a manifest finds whole files, whose SHA-256 it names.
 */
final class PlacedFiles {

    /** The file whose presence says that all others are there. */
    static final String MANIFEST = "manifest.json";

    private static final int BUFFER_BYTES = 64 * 1024;
    /** A name within a folder that we have packed ourselves. */
    private static final String INNER_NAME = "[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*";

    private final Store store;
    private final String place;
    private final List<One> files = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();
    private Map<String, Object> inner = Map.of();

    PlacedFiles(Store store, String place) {
        this.store = store;
        this.place = place;
    }

    private record One(String name, long bytes, String sha256, StagedFile file) {
    }

    /** {@return how many bytes were written until now} */
    long bytes() {
        return bytes.get();
    }

    /** Stores a file. */
    void add(String name, InputStream in) throws IOException {
        StagedFile file = store.begin(place + "/" + name);
        boolean isStored = false;
        try {
            MessageDigest digest = Hashes.digest();
            byte[] buffer = new byte[BUFFER_BYTES];
            long length = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                file.write(buffer, 0, count);
                length += count;
                bytes.addAndGet(count);
            }
            file.finish();
            files.add(new One(name, length, HexFormat.of().formatHex(digest.digest()), file));
            isStored = true;
        } finally {
            if (!isStored) {
                file.drop();
            }
        }
    }

    /** Stores the files of a folder that comes packed. Its own manifest becomes a part of ours, which has the same name. */
    void addUnpacked(InputStream packed) throws IOException {
        var zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.getName().matches(INNER_NAME)) {
                throw new IOException("a folder has a file of the name " + entry.getName());
            }
            if (entry.getName().equals(MANIFEST)) {
                inner = Json.readObject(zip.readAllBytes());
            } else {
                add(entry.getName(), zip);
            }
        }
        packed.transferTo(OutputStream.nullOutputStream()); // so that whoever writes comes to the end
    }

    /**
     * Lets the files be seen, and the manifest behind them. Files that are there already with the same content stay untouched.
     *
     * @param about what the manifest says of them, besides what they are
     * @param held is asked before each change, and fails if somebody else may be at work
     */
    void publish(Map<String, Object> about, Check held) throws IOException {
        byte[] manifest = (Json.write(manifest(about)) + "\n").getBytes(StandardCharsets.UTF_8);
        String path = place + "/" + MANIFEST;
        Optional<byte[]> present = store.read(path);
        if (present.isPresent() && Arrays.equals(present.get(), manifest) && areThere()) {
            drop();
            return;
        }
        held.check();
        if (present.isPresent()) {
            store.remove(path);
        }
        for (One one : files) {
            held.check();
            one.file.publish();
        }
        StagedFile last = store.begin(path);
        try {
            last.write(manifest, 0, manifest.length);
            last.finish();
            held.check();
            last.publish();
        } finally {
            last.drop();
        }
    }

    private boolean areThere() throws StoreFailed {
        for (One one : files) {
            if (!store.size(place + "/" + one.name).equals(Optional.of(one.bytes))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> manifest(Map<String, Object> about) {
        Map<String, Object> manifest = new LinkedHashMap<>(about);
        manifest.put("files", files.stream().map(one -> {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("path", one.name);
            file.put("bytes", one.bytes);
            file.put("sha256", one.sha256);
            return file;
        }).toList());
        if (!inner.isEmpty()) {
            manifest.put("dataset", inner);
        }
        return manifest;
    }

    /** Removes what was not published. */
    void drop() {
        files.forEach(one -> one.file.drop());
    }

    /** Says whether the work may go on. */
    @FunctionalInterface
    interface Check {

        void check() throws IOException;
    }
}
