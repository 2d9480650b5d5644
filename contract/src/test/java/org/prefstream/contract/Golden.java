package org.prefstream.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** The golden files: a good value of each topic, in each of its interesting forms. */
record Golden(Topic topic, String name) {

    /** What a Java consumer is told to use, and nothing more. */
    static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final SchemaRegistry REGISTRY = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Golden> all() {
        return Arrays.stream(Topic.values()).flatMap(Golden::of);
    }

    static Stream<Golden> of(Topic topic) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(topic.word()))) {
            return files.map(file -> new Golden(topic, file.getFileName().toString()))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@return what the schema of the topic has against a value} */
    static List<String> violations(Topic topic, String json) {
        return REGISTRY.getSchema(Schemas.json(topic)).validate(tree(json)).stream().map(Error::toString).toList();
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** {@return the value in one line, with the file's order of keys and its numbers as they stand there} */
    String json() {
        try {
            return tree(Files.readString(FOLDER.resolve(topic.word()).resolve(name))).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TopicRecord read() {
        return read(json());
    }

    TopicRecord read(String json) {
        try {
            return MAPPER.readValue(json, topic.recordType());
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return topic.word() + "/" + name;
    }
}
