package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportRefused;
import org.prefstream.export.format.ExportSource.About;
import org.prefstream.export.format.ExportSource.Split;
import org.prefstream.export.format.Rows;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/** What is in the folder. That {@code datasets} loads it is tried in a journey. */
class HuggingFaceFormatTest {

    private static final About ABOUT = new About("A \"quoted\": title\nof two lines",
            "Prefer <b>facts</b>.\n~~~\nstop");

    @Test
    void oneRowIsAFolderWithACardAShardAndAManifest() throws IOException {
        Map<String, byte[]> folder = folder(split("train", 1));

        assertThat(folder).containsOnlyKeys("README.md", "data/train-00000-of-00001.parquet", "manifest.json");
        byte[] shard = bytes(folder, "data/train-00000-of-00001.parquet");
        assertThat(ParquetFormatTest.end(shard).getNum_rows()).isEqualTo(1);
        assertThat(Json.readObject(text(folder, "manifest.json"))).containsEntry("rows", 1)
                .containsEntry("files", List.of(Map.of("path", "data/train-00000-of-00001.parquet", "split", "train",
                        "rows", 1, "bytes", shard.length, "sha256", Hashes.sha256(shard))));
    }

    @Test
    void eachSplitWithRowsHasItsFilesAndTheOthersAreNotNamed() throws IOException {
        Map<String, byte[]> folder = folder(split("train", 5), split("validation", 0), split("test", 2));

        assertThat(folder).containsOnlyKeys("README.md", "data/train-00000-of-00001.parquet",
                "data/test-00000-of-00001.parquet", "manifest.json");
        assertThat(text(folder, "README.md"))
                .contains("  - split: train\n    path: data/train-*.parquet\n",
                        "  - split: test\n    path: data/test-*.parquet\n")
                .doesNotContain("validation");
    }

    @Test
    void manyRowsAreSeveralShardsThatSayHowManyThereAre() throws IOException {
        int rows = RowSurvey.SHARD_ROWS + 1;
        Map<String, byte[]> folder = folder(split("train", rows));

        assertThat(ParquetFormatTest.end(bytes(folder, "data/train-00000-of-00002.parquet")).getNum_rows())
                .isEqualTo(RowSurvey.SHARD_ROWS);
        assertThat(ParquetFormatTest.end(bytes(folder, "data/train-00001-of-00002.parquet")).getNum_rows())
                .isEqualTo(1);
    }

    @Test
    void theCardSaysHowTheRowsCameToBe() throws IOException {
        String card = text(folder(split("train", 4)), "README.md");

        assertThat(card).startsWith("---\npretty_name: \"A \\\"quoted\\\": title\\nof two lines\"\nlicense: unknown\n")
                .contains("# A \"quoted\": title of two lines\n", "- Rows: 4, of 2 tasks.\n", "- Annotators: 2.\n",
                        "- Agreement: 0.0 % of 2 pairs of rows", "chosen in 50.0 % of 4 rows",
                        "~~~~ text\nPrefer <b>facts</b>.\n~~~\nstop\n~~~~\n");
    }

    @Test
    void theCardCountsTiesByThemselves() throws IOException {
        Map<String, byte[]> folder = folder(new Split("train",
                rows(Stream.of(said(0, 0, 1, "tie"), said(0, 1, 0, "tie"), said(1, 0, 1, "preference")))));

        assertThat(text(folder, "README.md")).contains("- Ties: 2 rows, two for each tie,",
                "- Agreement: 0.0 % of 1 pairs of rows about the same two answers say the same.\n",
                "chosen in 0.0 % of 1 rows of two answers", "  - name: outcome\n    dtype: string\n");
    }

    private static String said(int number, int chosen, int rejected, String outcome) {
        return ParquetFormatTest.row(number, "\"prompt\"")
                .replaceFirst("\"chosen_index\":[01]", "\"chosen_index\":" + chosen)
                .replaceFirst("\"rejected_index\":[01]", "\"rejected_index\":" + rejected)
                .replaceFirst("}$", ",\"outcome\":\"" + outcome + "\"}");
    }

    @Test
    void textsBecomeMessagesWhereAnySplitHasConversations() throws IOException {
        Map<String, byte[]> folder = folder(split("train", 2), new Split("test",
                rows(Stream.of(ParquetFormatTest.row(9, "[{\"role\":\"user\",\"content\":\"x\"}]")))));

        for (String file : List.of("data/train-00000-of-00001.parquet", "data/test-00000-of-00001.parquet")) {
            assertThat(ParquetFormatTest.end(bytes(folder, file)).getSchema())
                    .anyMatch(element -> element.getName().equals("role"));
        }
        assertThat(text(folder, "README.md"))
                .contains("  - name: prompt\n    list:\n    - name: role\n      dtype: string\n");
    }

    @Test
    void theSameRowsAreTheSameBytes() throws IOException {
        assertThat(zip(split("train", 300))).isEqualTo(zip(split("train", 300)));
    }

    @Test
    void aFolderOfNoRowsIsRefused() {
        assertThatThrownBy(() -> zip(split("train", 0))).isInstanceOf(ExportRefused.class)
                .hasMessageContaining("at least one row");
    }

    private static Split split(String name, int count) {
        return new Split(name, () -> IntStream.range(0, count)
                .mapToObj(i -> ParquetFormatTest.row(i, "\"prompt " + i / 2 + "\"").getBytes(StandardCharsets.UTF_8)));
    }

    private static Rows<byte[]> rows(Stream<String> rows) {
        List<byte[]> all = rows.map(row -> row.getBytes(StandardCharsets.UTF_8)).toList();
        return all::stream;
    }

    private static byte[] zip(Split... splits) throws IOException {
        var out = new ByteArrayOutputStream();
        try (ExportFile file = new HuggingFaceFormat().open(new GivenSplits(List.of(splits), ABOUT))) {
            file.writeTo(out);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> folder(Split... splits) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zip(splits)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] bytes(Map<String, byte[]> folder, String name) {
        return Objects.requireNonNull(folder.get(name));
    }

    private static String text(Map<String, byte[]> folder, String name) {
        return new String(bytes(folder, name), StandardCharsets.UTF_8);
    }
}
