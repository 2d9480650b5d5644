package org.prefstream.export.format.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.GivenRows;
import org.prefstream.export.format.Rows;

/** What the file says of itself. That loaders read its values is tried with those, in a journey. */
class ParquetFormatTest {

    private final ExportFormat parquet = new ParquetFormat();

    @Test
    void textsAreStringsAndTimesAreInstants() throws IOException {
        FileMetaData end = end(write(() -> Stream.of(row(1, "\"a\""))));

        assertThat(end.getNum_rows()).isEqualTo(1);
        assertThat(element(end, "prompt").getLogicalType().isSetSTRING()).isTrue();
        assertThat(element(end, "submitted_at").getLogicalType().getTIMESTAMP().isIsAdjustedToUTC()).isTrue();
        assertThat(element(end, "shown_order").getLogicalType().isSetLIST()).isTrue();
        assertThat(end.getSchema()).extracting(SchemaElement::getName).doesNotContain("votes", "label", "messages");
    }

    @Test
    void whatAllRowsSayBesideTheirRecordIsAColumn() throws IOException {
        String more = row(1, "\"a\"").replaceFirst("}$", ",\"guidelines_version\":3,\"outcome\":\"tie\"}");
        String voted = row(1, "\"a\"").replaceFirst("}$", ",\"votes\":3,\"votes_for\":2}");

        assertThat(paths(end(write(() -> Stream.of(more))))).endsWith("rationale", "guidelines_version", "outcome");
        assertThat(paths(end(write(() -> Stream.of(voted))))).endsWith("rationale", "votes", "votes_for");
        assertThat(paths(end(write(() -> Stream.of(row(1, "\"a\"")))))).endsWith("rationale");
    }

    @Test
    void conversationsAreListsOfMessages() throws IOException {
        FileMetaData end = end(write(() -> Stream.of(row(1, "[{\"role\":\"user\",\"content\":\"a\"}]"))));

        assertThat(element(end, "prompt").getLogicalType().isSetLIST()).isTrue();
        assertThat(end.getRow_groups().get(0).getColumns())
                .extracting(chunk -> chunk.getMeta_data().getPath_in_schema())
                .contains(List.of("prompt", "list", "element", "role"),
                        List.of("prompt", "list", "element", "content"));
    }

    @Test
    void whatOnlyTheLastConversationHasIsAColumnTheRestLacks() throws IOException {
        String plain = "[{\"role\":\"user\",\"content\":\"a\"}]";
        String calling = "[{\"role\":\"user\",\"content\":\"a\",\"name\":\"Ann\"},{\"role\":\"assistant\",\"content\":\"\","
                + "\"tool_calls\":[{\"type\":\"function\",\"function\":{\"name\":\"clock\",\"arguments\":{\"zone\":\"UTC\"}}}]}]";

        assertThat(paths(end(write(() -> Stream.of(row(1, plain)))))).doesNotContain("prompt.list.element.name");
        assertThat(paths(end(write(() -> Stream.of(row(1, plain), row(2, calling))))))
                .contains("prompt.list.element.name", "prompt.list.element.tool_calls.list.element.function.arguments");
    }

    private static List<String> paths(FileMetaData end) {
        return end.getRow_groups()
                .get(0)
                .getColumns()
                .stream()
                .map(chunk -> String.join(".", chunk.getMeta_data().getPath_in_schema()))
                .toList();
    }

    @Test
    void manyRowsAreManyRowGroupsAndTheirBytesAddUp() throws IOException {
        byte[] file = write(() -> IntStream.range(0, 25_000).mapToObj(i -> row(i, "\"prompt " + i + "\"")));
        FileMetaData end = end(file);

        assertThat(end.getRow_groups()).extracting(org.apache.parquet.format.RowGroup::getNum_rows)
                .containsExactly(10_000L, 10_000L, 5_000L);
        assertThat(end.getRow_groups().get(0).getFile_offset()).isEqualTo(4);
        for (int i = 1; i < 3; i++) {
            var before = end.getRow_groups().get(i - 1);
            assertThat(end.getRow_groups().get(i).getFile_offset())
                    .isEqualTo(before.getFile_offset() + before.getTotal_compressed_size());
        }
    }

    @Test
    void longRowsEndAGroupEarlierSoThatMemoryIsBounded() throws IOException {
        String prompt = "\"" + "x".repeat(200_000) + "%d\"";

        assertThat(end(write(() -> IntStream.range(0, 300).mapToObj(i -> row(i, prompt.formatted(i))))).getRow_groups())
                .hasSizeBetween(3, 5);
    }

    @Test
    void theSameRowsAreTheSameBytes() throws IOException {
        Rows<String> rows = () -> IntStream.range(0, 500).mapToObj(i -> row(i, "\"é😀" + i % 7 + "\""));

        assertThat(write(rows)).isEqualTo(write(rows));
    }

    @Test
    void aFileWithoutRowsIsWholeAllTheSame() throws IOException {
        assertThat(end(write(Stream::of)).getNum_rows()).isZero();
        assertThat(GivenRows.preferences(Stream::of).areNone(parquet)).isTrue();
    }

    static String row(int number, String prompt) {
        String shape = prompt.startsWith("[") ? "messages" : "text";
        String answer = prompt.startsWith("[") ? "[{\"role\":\"assistant\",\"content\":\"%s\"}]" : "\"%s\"";
        return ("{\"schema\":\"preference/1\",\"shape\":\"" + shape + "\",\"prompt\":" + prompt + ",\"chosen\":"
                + answer.formatted("yes") + ",\"rejected\":" + answer.formatted("no")
                + ",\"margin\":2.0,\"record_id\":\"%1$d/comparison/0-1\",\"group_id\":\"%1$d\",\"project_id\":7,\"task_id\":%2$d,"
                        .formatted(number, number / 2)
                + "\"annotation_id\":%d,\"revision\":1,\"control\":\"comparison\",\"strength\":2,\"chosen_index\":%d,"
                        .formatted(number, number % 2)
                + "\"rejected_index\":%d,\"chosen_model\":\"\",\"rejected_model\":\"\",\"shown_order\":[1,0],"
                        .formatted(1 - number % 2)
                + "\"annotator_id\":%d,\"lead_time_s\":18.4,\"split\":\"train\",\"shown_sha256\":\"\",".formatted(
                        3 + number % 2)
                + "\"submitted_at\":\"2026-11-23T03:00:00.000001Z\",\"rationale\":\"\"}");
    }

    private byte[] write(Rows<String> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        GivenRows.preferences(rows).writeTo(out, parquet);
        return out.toByteArray();
    }

    static FileMetaData end(byte[] file) throws IOException {
        assertThat(new String(file, file.length - 4, 4, java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        int length = ByteBuffer.wrap(file, file.length - 8, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return Util.readFileMetaData(
                new ByteArrayInputStream(Arrays.copyOfRange(file, file.length - 8 - length, file.length - 8)));
    }

    private static SchemaElement element(FileMetaData end, String name) {
        return end.getSchema().stream().filter(element -> element.getName().equals(name)).findFirst().orElseThrow();
    }
}
