package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportRefused;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Inspection;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Writes the file that a format makes of a source, in work that may throw no checked exception. */
public final class FormattedFile {

    /** In ASCII, for a header. */
    private static final String NOTHING_SELECTED = "Nothing that was judged has all that was asked for.";

    private FormattedFile() {
    }

    /**
     * Writes the file.
     *
     * @param headers is told what is found before the first byte: names of headers, and their values
     * @throws ProblemException before the first byte, if the request wants all rows or no file
     * @throws UncheckedIOException if out fails
     */
    public static void write(ExportRequest request, ExportSource source, BiConsumer<String, String> headers,
            OutputStream out) {
        Optional<Inspection> inspected = request.format().inspect(source, false);
        inspected.ifPresentOrElse(found -> LintHeaders.tell(found, request, source, headers),
                () -> LintHeaders.tellConflicts(source, headers));
        try (ExportFile file = request.format().open(source)) {
            if (file.isEmpty()) {
                headers.accept(LintHeaders.EMPTY, whyEmpty(request, source, inspected));
            }
            write(file, request.compression(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the file without a look at its rows before, and without a word about them: where that was done of another part of the same
     * rows.
     *
     * @throws UncheckedIOException if out fails
     */
    public static void writeUnseen(ExportRequest request, ExportSource source, OutputStream out) {
        try (ExportFile file = request.format().open(source)) {
            write(file, request.compression(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whyEmpty(ExportRequest request, ExportSource source, Optional<Inspection> inspected) {
        if (inspected.isPresent() && !inspected.get().leftOut().isEmpty()) {
            return LintHeaders.whyEmpty(inspected.get());
        }
        return request.selection().asksFacts() ? NOTHING_SELECTED : source.rows(request.format()).whyNone();
    }

    private static void write(ExportFile file, Compression compression, OutputStream out) throws IOException {
        if (compression == Compression.NONE) {
            file.writeTo(out);
            return;
        }
        try (OutputStream compressing = compression.around(out)) {
            file.writeTo(compressing);
        }
    }

    /**
     * Runs what writes.
     *
     * @throws ProblemException if no file of the format can hold the rows
     * @throws IOException if the file's output fails
     */
    public static void unwrapped(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                throw new IllegalStateException("a copy cannot be read", unreadable); // and is no fault of who asks
            }
            throw e.getCause();
        } catch (ExportRefused e) {
            throw new ProblemException(ProblemType.UNSUITABLE_FORMAT, String.valueOf(e.getMessage()));
        }
    }
}
