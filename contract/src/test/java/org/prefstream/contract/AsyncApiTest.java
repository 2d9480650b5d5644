package org.prefstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import com.fasterxml.jackson.databind.JsonNode;

class AsyncApiTest {

    static JsonNode document;

    @BeforeAll
    static void readTheDocument() throws IOException {
        try (InputStream in = resource("asyncapi.yaml")) {
            document = Golden.MAPPER.valueToTree(new Yaml().load(in));
        }
    }

    @Test
    void isAnAsyncApi3Document() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.path("info").path("title").asText()).isNotEmpty();
        assertThat(document.path("info").path("version").asText()).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(20)
                .allSatisfy(reference -> assertThat(resolves(reference)).as(reference).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicIsACompactedChannelWithItsSchemaAndTombstones(Topic topic) {
        JsonNode channel = document.path("channels").path(topic.word());
        JsonNode kafka = channel.path("bindings").path("kafka");

        assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
        assertThat(kafka.at("/topicConfiguration/cleanup.policy/0").asText()).isEqualTo("compact");
        assertThat(kafka.at("/topicConfiguration/delete.retention.ms").asLong()).isEqualTo(30L * 24 * 3600 * 1000);
        assertThat(channel.path("messages").findValuesAsText("$ref")).hasSize(2)
                .contains("#/components/messages/tombstone")
                .anySatisfy(message -> assertThat(document.at(message.substring(1)).at("/payload/schema/$ref").asText())
                        .isEqualTo(topic.schemaId().replaceFirst("^https://prefstream\\.org/", "")));
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicIsSent(Topic topic) {
        assertThat(document.path("operations")).anySatisfy(operation -> {
            assertThat(operation.path("action").asText()).isEqualTo("send");
            assertThat(operation.at("/channel/$ref").asText()).isEqualTo("#/channels/" + topic.word());
        });
    }

    @Test
    void theHeadersAreThoseOfTheContract() {
        JsonNode headers = document.at("/components/messageTraits/event/headers");

        assertThat(headers.path("properties").properties()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(Headers.REVISION, Headers.CONTENT_TYPE, Headers.ID, Headers.SPEC_VERSION,
                        Headers.TYPE, Headers.SOURCE, Headers.SUBJECT, Headers.TIME, Headers.DATA_SCHEMA);
        assertThat(headers.path("required")).extracting(JsonNode::asText).contains(Headers.REVISION);
    }

    private static boolean resolves(String reference) {
        return reference.startsWith("#")
                ? !document.at(reference.substring(1)).isMissingNode()
                : AsyncApiTest.class.getResource("/" + reference) != null;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream("/" + name), name);
    }
}
