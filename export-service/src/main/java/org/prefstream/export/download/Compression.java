package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.FileType;

import com.github.luben.zstd.ZstdOutputStream;

/** How a file is compressed. Its name says so, and readers such as {@code datasets} and pandas see to it by the name. */
public enum Compression {

    NONE("", "") {

        @Override
        OutputStream around(OutputStream out) {
            return out;
        }
    },
    GZIP("gz", "application/gzip") {

        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER_BYTES);
        }
    },
    ZSTD("zst", "application/zstd") {

        @Override
        OutputStream around(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    };

    /** The parameter that names one. */
    static final String PARAMETER = "compress";
    /** What a request may say. */
    static final List<String> WORDS = List.of("none", "gzip", "zstd");

    private static final int BUFFER_BYTES = 16 * 1024;

    private final String ending;
    private final String contentType;

    Compression(String ending, String contentType) {
        this.ending = ending;
        this.contentType = contentType;
    }

    /** {@return the compression of one of the {@link #WORDS}; none where there is no word} */
    static Compression named(@Nullable String word) {
        return word == null ? NONE : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** {@return whether a format has a file that is not compressed by itself, so that people should be offered to have it compressed} */
    static boolean isOfUse(ExportFormat format) {
        return !format.file(Map.of(ExportRequest.PART, ExportRequest.DATA)).isPacked();
    }

    /** {@return the kind of file that a compressed one is} */
    FileType of(FileType file) {
        return this == NONE ? file : new FileType(contentType, file.ending() + "." + ending);
    }

    /** {@return a stream that compresses what is written; it must be closed, and closes the other one} */
    abstract OutputStream around(OutputStream out) throws IOException;
}
