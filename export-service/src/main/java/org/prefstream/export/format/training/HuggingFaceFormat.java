package org.prefstream.export.format.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportRefused;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Rows;
import org.prefstream.export.parquet.ParquetOutput;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/**
 * A folder that {@code datasets.load_dataset} takes as it is, packed into one file: Parquet in shards for each split, a dataset card
 * and a manifest. Loaders take any JSON beside the data for data, unless the card names the files; it does.
 */
@ApplicationScoped
class HuggingFaceFormat extends RecordFormat {

    private static final String NAME = "HF";
    /** The parameter that says under which licence the rows may be used. */
    private static final String LICENSE = "license";
    private static final int IDENTIFIER_LONGEST = 64;
    private static final Pattern IDENTIFIER = Pattern
            .compile("[A-Za-z][A-Za-z0-9.+-]{0,%d}".formatted(IDENTIFIER_LONGEST - 1));

    HuggingFaceFormat() {
        super(new FormatCard(65, NAME, "Hugging Face folder",
                "A folder with a dataset card that datasets and TRL load, as a zip.",
                "https://huggingface.co/docs/hub/datasets-adding", RowKind.PREFERENCE, FileType.ZIP,
                List.of("training")), RECORDS);
    }

    @Override
    public Map<String, List<String>> choices() {
        Map<String, List<String>> choices = super.choices();
        choices.put(LICENSE, List.of());
        return choices;
    }

    /** What stands in the head of a card must not be able to say anything else there. */
    @Override
    public @Nullable String refusal(String choice, String value) {
        return choice.equals(LICENSE) && !IDENTIFIER.matcher(value).matches()
                ? "must be an identifier of SPDX or of the Hub such as cc-by-4.0 (letters, digits, dots, plus and minus signs, %d at most), not \"%s\""
                        .formatted(IDENTIFIER_LONGEST, value)
                : null;
    }

    @Override
    public boolean holdsSplits() {
        return true;
    }

    /** One split after the other, as the folder has them. */
    @Override
    Rows<byte[]> recordsWithOrigin(ExportSource source) {
        return () -> source.splits().stream().flatMap(split -> split.rowsWithOrigin().open());
    }

    @Override
    ExportFile data(ExportSource source) {
        List<ExportSource.Split> all = source.splits()
                .stream()
                .map(split -> new ExportSource.Split(split.name(), taken(source, split.rows())))
                .toList();
        RowSurvey survey = RowSurvey.of(all);
        if (survey.rows() == 0) {
            throw new ExportRefused("A folder needs at least one row, because nothing loads a dataset of none. "
                    + RowKind.PREFERENCE.whyNone());
        }
        List<ExportSource.Split> splits = all.stream().filter(split -> survey.rows(split.name()) > 0).toList();
        return new Folder(source.about(), splits, survey, source.choice(LICENSE));
    }

    private static final class Folder implements ExportFile {

        private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

        private final ExportSource.About about;
        private final List<ExportSource.Split> splits;
        private final RowSurvey survey;
        private final @Nullable String license;
        private final List<Map<String, Object>> written = new ArrayList<>();

        Folder(ExportSource.About about, List<ExportSource.Split> splits, RowSurvey survey, @Nullable String license) {
            this.about = about;
            this.splits = splits;
            this.survey = survey;
            this.license = license;
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.NO_COMPRESSION); // Parquet is compressed, and so the bytes depend on no version of zlib
            List<String> names = splits.stream().map(ExportSource.Split::name).toList();
            write(zip, "README.md", new DatasetCard(about, names, survey, license).text());
            for (ExportSource.Split split : splits) {
                try (Stream<byte[]> rows = split.rows().open()) {
                    writeShards(zip, split.name(), rows.iterator());
                }
            }
            write(zip, "manifest.json", Json.write(manifest()) + "\n");
            zip.finish();
            zip.flush();
        }

        private void writeShards(ZipOutputStream zip, String split, Iterator<byte[]> rows) throws IOException {
            List<Long> shards = survey.shards(split);
            PreferenceColumns columns = survey.columns();
            for (int i = 0; i < shards.size(); i++) {
                String path = "data/%s-%05d-of-%05d.parquet".formatted(split, i, shards.size());
                var counted = new Counted(begin(zip, path));
                var file = new ParquetOutput(columns.schema(), counted);
                for (long row = 0; row < shards.get(i); row++) {
                    ParquetFormat.write(columns, ParquetFormat.read(rows.next()), file);
                }
                file.finish();
                counted.flush();
                zip.closeEntry();
                written.add(about(path, split, shards.get(i), counted));
            }
        }

        private static Map<String, Object> about(String path, String split, long rows, Counted file) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("path", path);
            about.put("split", split);
            about.put("rows", rows);
            about.put("bytes", file.bytes);
            about.put("sha256", HexFormat.of().formatHex(file.getMessageDigest().digest()));
            return about;
        }

        private Map<String, Object> manifest() {
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("format", NAME);
            manifest.put("schema", PreferenceRecord.SCHEMA);
            manifest.put("license", license == null ? DatasetCard.UNKNOWN : license);
            manifest.put("rows", survey.rows());
            manifest.put("files", written);
            return manifest;
        }

        private static void write(ZipOutputStream zip, String path, String text) throws IOException {
            begin(zip, path).write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        /** A clock would make other bytes of the same rows. */
        private static OutputStream begin(ZipOutputStream zip, String path) throws IOException {
            var entry = new ZipEntry(path);
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            return zip;
        }

        @Override
        public void close() {
            // What reads the rows closes them.
        }
    }

    /** Counts and hashes what goes through. */
    private static final class Counted extends DigestOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out, Hashes.digest());
        }

        @Override
        public void write(int oneByte) throws IOException {
            super.write(oneByte);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            super.write(some, offset, length);
            bytes += length;
        }
    }
}
