package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.contract.Headers;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.Notes;
import org.prefstream.labelstudio.json.Json;

import io.vertx.core.buffer.Buffer;

class BatchTest {

    private static final TopicPartition PARTITION = new TopicPartition("tasks", 0);

    @ParameterizedTest
    @ValueSource(strings = {"words", "Grüße, 世界 \uD83D\uDE00"})
    void whatAnOwnerHasWrittenIsKeptByteForByte(String words) {
        String json = json(words).replace("\":", "\" :");

        assertThat(decoded(utf8(json)).json()).isEqualTo(Buffer.buffer(utf8(json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t"})
    void whatStandsOnSeveralLinesComesOnOne(String space) {
        String json = json("words");

        assertThat(decoded(utf8(json.replace(",", "," + space))).json()).isEqualTo(Buffer.buffer(json));
    }

    @Test
    void whatStandsAroundAnObjectIsLeftOut() {
        String json = json("words");

        assertThat(decoded(utf8(" " + json + " ")).json()).isEqualTo(Buffer.buffer(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void aLineEndWithinATextIsEscaped(String end) {
        String json = json("one|two");

        assertThat(decoded(utf8(json.replace("|", end))).json())
                .isEqualTo(Buffer.buffer(json.replace("|", "\\u%04x".formatted((int) end.charAt(0)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1"})
    void anotherEncodingThanUtf8IsRefused(String encoding) {
        isRefused(json("Grüße").getBytes(Charset.forName(encoding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"words\"", "\uFEFF{}", "{} {", "{\"task_id\":8}"})
    void whatIsNotTheObjectOfItsKeyIsRefused(String json) {
        isRefused(utf8(json));
    }

    @Test
    void aRecordWithoutValueIsADeletion() {
        Change<TaskRecord> change = decode(List.of(record(null))).changes().get(0);

        assertThat(change.isDeleted()).isTrue();
        assertThat(change.revision()).isEqualTo(3);
    }

    @Test
    void whoseRecordsTheyAreIsSaidByTheIdOfTheFirstOneOfAPartition() {
        UUID outbox = UUID.randomUUID();
        ConsumerRecord<String, byte[]> first = record(null);
        first.headers().add(Headers.ID, utf8(outbox + "/17"));
        ConsumerRecord<String, byte[]> second = record(null);
        second.headers().add(Headers.ID, utf8(UUID.randomUUID() + "/18"));

        assertThat(decode(List.of(first, second)).outboxes()).containsExactly(Map.entry(PARTITION, outbox));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "17", "of/somebody/else"})
    void recordsOfSomebodyElseSayNotWhoseTheyAre(String id) {
        ConsumerRecord<String, byte[]> record = record(null);
        record.headers().add(Headers.ID, utf8(id));

        assertThat(decode(List.of(record)).outboxes()).isEmpty();
        assertThat(decode(List.of(record(null))).outboxes()).isEmpty();
    }

    private static void isRefused(byte[] value) {
        Batch<TaskRecord> batch = decode(value);
        assertThat(batch.decoded()).isEmpty();
        assertThat(batch.letters()).hasSize(1);
    }

    private static Change<TaskRecord> decoded(byte[] value) {
        Batch<TaskRecord> batch = decode(value);
        assertThat(batch.letters()).isEmpty();
        return batch.changes().get(0);
    }

    private static Batch<TaskRecord> decode(byte[] value) {
        return decode(List.of(record(value)));
    }

    private static Batch<TaskRecord> decode(List<ConsumerRecord<String, byte[]>> records) {
        return Batch.decode(new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()), TaskRecord.class,
                new DeadLetters("letters"));
    }

    private static ConsumerRecord<String, byte[]> record(byte @Nullable [] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 5, "7",
                value);
        record.headers().add(Headers.REVISION, utf8("3"));
        return record;
    }

    private static String json(String words) {
        return Json.write(Notes.record(7, words));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
