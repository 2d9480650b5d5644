package org.prefstream.export.format.training;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

import com.github.luben.zstd.Zstd;

/** Reads the rows of a Parquet file by what the file says of itself, with Parquet's own decoders. */
public final class ParquetRows {

    private ParquetRows() {
    }

    /** {@return the rows, each with the values of its columns; what a row lacks is not in it} */
    public static List<Map<String, Object>> read(byte[] file) throws IOException {
        FileMetaData end = ParquetFormatTest.end(file);
        Iterator<SchemaElement> elements = end.getSchema().iterator();
        var schema = new MessageType("row", fields(elements, elements.next().getNum_children()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RowGroup group : end.getRow_groups()) {
            RecordReader<Group> reader = new ColumnIOFactory().getColumnIO(schema)
                    .getRecordReader(new Pages(file, group), new GroupRecordConverter(schema));
            for (long i = 0; i < group.getNum_rows(); i++) {
                rows.add(values(reader.read()));
            }
        }
        return rows;
    }

    private static List<Type> fields(Iterator<SchemaElement> elements, int count) {
        List<Type> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SchemaElement element = elements.next();
            Type.Repetition repetition = Type.Repetition.valueOf(element.getRepetition_type().name());
            fields.add(element.isSetType()
                    ? new PrimitiveType(repetition,
                            PrimitiveType.PrimitiveTypeName.valueOf(
                                    element.getType().name().replace("BYTE_ARRAY", "BINARY")),
                            element.getName())
                    : new GroupType(repetition, element.getName(), fields(elements, element.getNum_children())));
        }
        return fields;
    }

    private static Map<String, Object> values(Group group) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int field = 0; field < group.getType().getFieldCount(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                values.put(group.getType().getFieldName(field), value(group, field, 0));
            }
        }
        return values;
    }

    private static Object value(Group group, int field, int index) {
        Type type = group.getType().getType(field);
        if (!type.isPrimitive()) {
            Group within = group.getGroup(field, index);
            return within.getType().containsField("list") ? list(within) : values(within);
        }
        return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> group.getInteger(field, index);
            case INT64 -> group.getLong(field, index);
            case DOUBLE -> group.getDouble(field, index);
            default -> group.getBinary(field, index).toStringUsingUTF8();
        };
    }

    private static List<Object> list(Group group) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            items.add(value(group.getGroup(0, i), 0, 0));
        }
        return items;
    }

    /** The pages of a row group. */
    private static final class Pages implements PageReadStore {

        private final byte[] file;
        private final RowGroup group;

        Pages(byte[] file, RowGroup group) {
            this.file = file;
            this.group = group;
        }

        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            ColumnMetaData about = group.getColumns()
                    .stream()
                    .map(chunk -> chunk.getMeta_data())
                    .filter(meta -> meta.getPath_in_schema().equals(List.of(column.getPath())))
                    .findFirst()
                    .orElseThrow();
            try {
                return ColumnPages.of(file, about, column);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long getRowCount() {
            return group.getNum_rows();
        }

        @Override
        public Optional<Long> getRowIndexOffset() {
            return Optional.empty();
        }
    }

    /** The pages of a column, decompressed. */
    private record ColumnPages(long values, @Nullable DictionaryPage dictionary, Iterator<DataPage> data)
            implements
                PageReader {

        static ColumnPages of(byte[] file, ColumnMetaData about, ColumnDescriptor column) throws IOException {
            long from = about.isSetDictionary_page_offset()
                    ? about.getDictionary_page_offset()
                    : about.getData_page_offset();
            var in = new ByteArrayInputStream(file, (int) from, (int) about.getTotal_compressed_size());
            DictionaryPage dictionary = null;
            List<DataPage> data = new ArrayList<>();
            while (in.available() > 0) {
                PageHeader header = Util.readPageHeader(in);
                BytesInput bytes = BytesInput.from(Zstd.decompress(in.readNBytes(header.getCompressed_page_size()),
                        header.getUncompressed_page_size()));
                if (header.isSetDictionary_page_header()) {
                    dictionary = new DictionaryPage(bytes, header.getDictionary_page_header().getNum_values(),
                            known(header.getDictionary_page_header().getEncoding()));
                } else {
                    var said = header.getData_page_header();
                    data.add(new DataPageV1(bytes, said.getNum_values(), header.getUncompressed_page_size(),
                            Statistics.createStats(column.getPrimitiveType()),
                            known(said.getRepetition_level_encoding()), known(said.getDefinition_level_encoding()),
                            known(said.getEncoding())));
                }
            }
            return new ColumnPages(about.getNum_values(), dictionary, data.iterator());
        }

        private static org.apache.parquet.column.Encoding known(Encoding encoding) {
            return org.apache.parquet.column.Encoding.valueOf(encoding.name());
        }

        @Override
        public @Nullable DictionaryPage readDictionaryPage() {
            return dictionary;
        }

        @Override
        public long getTotalValueCount() {
            return values;
        }

        @Override
        public @Nullable DataPage readPage() {
            return data.hasNext() ? data.next() : null;
        }
    }
}
