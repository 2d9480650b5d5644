package org.prefstream.export.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * A file in Parquet, written row by row. Parquet's own encoders make the pages; this puts them into row groups, and says at the end of
 * the file where they are. It holds one row group at a time. The same rows always give the same bytes.
 *
 * <p>Parquet's own writer of files needs classes of Hadoop, which it names in its signatures.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">Parquet's file format</a>
 */
public final class ParquetOutput {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int GROUP_ROWS = 10_000;
    /** The most bytes of a row group before they are compressed, but for its last row. */
    private static final long GROUP_BYTES = 16L * 1024 * 1024;
    private static final int PAGE_BYTES = 1024 * 1024;
    /** Many columns have a value of their own in each row, and each keeps a dictionary until it is as large. */
    private static final int DICTIONARY_BYTES = 64 * 1024;
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withPageSize(PAGE_BYTES)
            .withDictionaryPageSize(DICTIONARY_BYTES)
            .withMinRowCountForPageSizeCheck(1)
            .withStatisticsEnabled(false)
            .withSizeStatisticsEnabled(false)
            .build();

    private final MessageType schema;
    private final MessageColumnIO columns;
    private final OutputStream out;
    private final List<RowGroup> groups = new ArrayList<>();
    private Group group;
    private long offset;
    private long rows;

    /** @param out is left open */
    public ParquetOutput(MessageType schema, OutputStream out) throws IOException {
        this.schema = schema;
        this.columns = new ColumnIOFactory().getColumnIO(schema);
        this.out = out;
        this.group = new Group();
        out.write(MAGIC);
        offset = MAGIC.length;
    }

    /**
     * Writes a row.
     *
     * @param row gives the value of each field, in the order of the schema
     */
    public void write(Consumer<RecordConsumer> row) throws IOException {
        group.write(row);
        if (group.rows == GROUP_ROWS || group.bytes() >= GROUP_BYTES) {
            endGroup();
        }
    }

    /** Ends the file, which is none without this. */
    public void finish() throws IOException {
        if (group.rows > 0) {
            endGroup();
        }
        var end = new ByteArrayOutputStream();
        Util.writeFileMetaData(new FileMetaData(1, SchemaElements.of(schema), rows, groups).setCreated_by("prefstream"),
                end);
        out.write(end.toByteArray());
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(end.size()).array());
        out.write(MAGIC);
    }

    private void endGroup() throws IOException {
        RowGroup written = group.writeTo(out, offset);
        groups.add(written);
        offset += written.getTotal_compressed_size();
        rows += group.rows;
        group = new Group();
    }

    /** Rows whose columns are not written yet. */
    private final class Group implements PageWriteStore {

        private final Map<ColumnDescriptor, ColumnPages> pages = new LinkedHashMap<>();
        private final ColumnWriteStore store;
        private final RecordConsumer consumer;
        private int rows;

        Group() {
            for (ColumnDescriptor column : schema.getColumns()) {
                pages.put(column, new ColumnPages(column));
            }
            store = PROPERTIES.newColumnWriteStore(schema, this);
            consumer = columns.getRecordWriter(store);
        }

        @Override
        public PageWriter getPageWriter(ColumnDescriptor column) {
            return Objects.requireNonNull(pages.get(column));
        }

        void write(Consumer<RecordConsumer> row) {
            consumer.startMessage();
            row.accept(consumer);
            consumer.endMessage();
            rows++;
        }

        long bytes() {
            return store.getBufferedSize() + pages.values().stream().mapToLong(ColumnPages::uncompressed).sum();
        }

        RowGroup writeTo(OutputStream to, long from) throws IOException {
            consumer.flush();
            store.flush();
            List<ColumnChunk> chunks = new ArrayList<>();
            long at = from;
            long uncompressed = 0;
            for (ColumnPages column : pages.values()) {
                ColumnChunk chunk = column.writeTo(to, at);
                chunks.add(chunk);
                at += chunk.getMeta_data().getTotal_compressed_size();
                uncompressed += chunk.getMeta_data().getTotal_uncompressed_size();
            }
            store.close();
            return new RowGroup(chunks, uncompressed, rows).setTotal_compressed_size(at - from).setFile_offset(from);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
