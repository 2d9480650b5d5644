package org.prefstream.e2e.support;

import java.io.UncheckedIOException;
import java.util.List;

import org.prefstream.contract.Schemas;
import org.prefstream.contract.Topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** JSON as a client reads and writes it, and the contract's schemas. */
public final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Json() {
    }

    /** {@return the text of a value of maps, lists, strings, numbers and records} */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** {@return the value of a text} */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** {@return what the topic's schema has against a value; nothing if it is valid} */
    public static List<String> violations(Topic topic, String value) {
        return SCHEMAS.getSchema(Schemas.json(topic)).validate(read(value)).stream().map(Error::toString).toList();
    }
}
