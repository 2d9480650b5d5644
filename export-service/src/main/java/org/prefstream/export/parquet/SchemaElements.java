package org.prefstream.export.parquet;

import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;

/**
 * A schema as the end of a file says it: its nodes, each before its children. It knows texts, lists, instants in microseconds and
 * plain numbers.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Parquet's logical types</a>
 */
final class SchemaElements {

    private final List<SchemaElement> elements = new ArrayList<>();

    private SchemaElements() {
    }

    static List<SchemaElement> of(MessageType schema) {
        var found = new SchemaElements();
        found.elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
        schema.getFields().forEach(found::add);
        return found.elements;
    }

    private void add(org.apache.parquet.schema.Type field) {
        var element = new SchemaElement(field.getName());
        element.setRepetition_type(FieldRepetitionType.valueOf(field.getRepetition().name()));
        LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
        if (meaning != null) {
            setMeaning(element, meaning);
        }
        elements.add(element);
        if (field.isPrimitive()) {
            element.setType(Type
                    .valueOf(field.asPrimitiveType().getPrimitiveTypeName().name().replace("BINARY", "BYTE_ARRAY")));
        } else {
            GroupType group = field.asGroupType();
            element.setNum_children(group.getFieldCount());
            group.getFields().forEach(this::add);
        }
    }

    /** Old readers know the converted type alone. */
    private static void setMeaning(SchemaElement element, LogicalTypeAnnotation meaning) {
        if (meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.UTF8);
            element.setLogicalType(LogicalType.STRING(new org.apache.parquet.format.StringType()));
        } else if (meaning instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.LIST);
            element.setLogicalType(LogicalType.LIST(new org.apache.parquet.format.ListType()));
        } else if (meaning instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation timestamp
                && timestamp.getUnit() == LogicalTypeAnnotation.TimeUnit.MICROS) {
            element.setConverted_type(ConvertedType.TIMESTAMP_MICROS);
            element.setLogicalType(LogicalType
                    .TIMESTAMP(new TimestampType(timestamp.isAdjustedToUTC(), TimeUnit.MICROS(new MicroSeconds()))));
        } else {
            throw new IllegalArgumentException("no column here means " + meaning);
        }
    }
}
