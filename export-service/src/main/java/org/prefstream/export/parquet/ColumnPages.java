package org.prefstream.export.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

import com.github.luben.zstd.Zstd;

/** The pages of a column in one row group, compressed, until the group is written. */
final class ColumnPages implements PageWriter {

    private static final int LEVEL = 3;

    private final ColumnDescriptor column;
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = new LinkedHashSet<>();
    private byte[] dictionary = {};
    private long values;
    private long uncompressed;

    ColumnPages(ColumnDescriptor column) {
        this.column = column;
    }

    /** Encoders no longer call this. */
    @Override
    @Deprecated
    public void writePage(BytesInput bytes, int valueCount, Statistics<?> statistics,
            org.apache.parquet.column.Encoding repetitions, org.apache.parquet.column.Encoding definitions,
            org.apache.parquet.column.Encoding encoding) {
        throw new UnsupportedOperationException("encoders say how many rows a page has");
    }

    @Override
    public void writePage(BytesInput bytes, int valueCount, int rowCount, Statistics<?> statistics,
            org.apache.parquet.column.Encoding repetitions, org.apache.parquet.column.Encoding definitions,
            org.apache.parquet.column.Encoding encoding) throws IOException {
        var header = new DataPageHeader(valueCount, known(encoding), known(definitions), known(repetitions));
        write(pages, bytes, new PageHeader(PageType.DATA_PAGE, 0, 0).setData_page_header(header));
        values += valueCount;
    }

    @Override
    public void writePage(BytesInput bytes, int valueCount, int rowCount, Statistics<?> statistics,
            SizeStatistics sizes, GeospatialStatistics places, org.apache.parquet.column.Encoding repetitions,
            org.apache.parquet.column.Encoding definitions, org.apache.parquet.column.Encoding encoding)
            throws IOException {
        writePage(bytes, valueCount, rowCount, statistics, repetitions, definitions, encoding);
    }

    @Override
    public void writePageV2(int rowCount, int nullCount, int valueCount, BytesInput repetitions, BytesInput definitions,
            org.apache.parquet.column.Encoding encoding, BytesInput data, Statistics<?> statistics) {
        throw new UnsupportedOperationException("pages are of version 1, which every reader knows");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        var first = new ByteArrayOutputStream();
        var header = new DictionaryPageHeader(page.getDictionarySize(), known(page.getEncoding()));
        write(first, page.getBytes(), new PageHeader(PageType.DICTIONARY_PAGE, 0, 0).setDictionary_page_header(header));
        dictionary = first.toByteArray();
    }

    private void write(ByteArrayOutputStream out, BytesInput bytes, PageHeader header) throws IOException {
        var raw = new ByteArrayOutputStream(Math.toIntExact(bytes.size()));
        bytes.writeAllTo(raw);
        byte[] content = raw.toByteArray();
        byte[] compressed = Zstd.compress(content, LEVEL);
        int before = out.size();
        Util.writePageHeader(
                header.setUncompressed_page_size(content.length).setCompressed_page_size(compressed.length), out);
        uncompressed += out.size() - before + content.length;
        out.write(compressed);
    }

    private Encoding known(org.apache.parquet.column.Encoding encoding) {
        Encoding known = Encoding.valueOf(encoding.name());
        encodings.add(known);
        return known;
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.length + pages.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getMemSize() + " bytes";
    }

    /** {@return the bytes of the pages before they were compressed} */
    long uncompressed() {
        return uncompressed;
    }

    /**
     * Writes the pages, that of the dictionary first.
     *
     * @return what the end of the file says of them
     */
    ColumnChunk writeTo(OutputStream out, long offset) throws IOException {
        out.write(dictionary);
        pages.writeTo(out);
        var about = new ColumnMetaData(
                Type.valueOf(column.getPrimitiveType().getPrimitiveTypeName().name().replace("BINARY", "BYTE_ARRAY")),
                new ArrayList<>(encodings), List.of(column.getPath()), CompressionCodec.ZSTD, values, uncompressed,
                getMemSize(), offset + dictionary.length);
        if (dictionary.length > 0) {
            about.setDictionary_page_offset(offset);
        }
        return new ColumnChunk(0).setMeta_data(about);
    }
}
