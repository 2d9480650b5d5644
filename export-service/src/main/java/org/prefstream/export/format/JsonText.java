package org.prefstream.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StoredObject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * Writes JSON byte for byte as Label Studio's exporter does. It has no spaces or is indented by two, characters outside ASCII
 * stand as they are, and {@code /} is escaped. Numbers are written as they came in.
 */
final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final JsonMapper MAPPER = Json.configure(JsonMapper.builder(FACTORY)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .addModule(new SimpleModule().addSerializer(new StoredObjectSerializer()))
            .build());

    private JsonText() {
    }

    /** {@return a generator of compact JSON in UTF-8} */
    static JsonGenerator compact(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** {@return a generator of indented JSON in UTF-8, whose values at the root are separated by a comma and a line feed} */
    static JsonGenerator indented(OutputStream out) throws IOException {
        var separators = Separators.createDefaultInstance()
                .withRootSeparator(",\n")
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return FACTORY.createGenerator(out).setPrettyPrinter(printer);
    }

    /** {@return compact JSON} */
    static String of(Object value) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        MAPPER.writeValue(json, value);
    }

    /** Writes compact JSON as it is stored. Anything else is made of its members. */
    private static final class StoredObjectSerializer extends StdSerializer<StoredObject> {

        private static final long serialVersionUID = 1L;

        StoredObjectSerializer() {
            super(StoredObject.class);
        }

        @Override
        public void serialize(StoredObject value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (json.getOutputTarget() instanceof OutputStream out && json.getPrettyPrinter() == null) {
                json.writeRawValue(""); // so that the generator knows that a value comes
                json.flush();
                value.writeTo(out);
            } else {
                provider.defaultSerializeValue(new LinkedHashMap<>(value), json);
            }
        }
    }
}
