package org.prefstream.kit.projection;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

import io.quarkus.arc.Arc;

/**
 * Marks what is polled with the assignment by which its partition is read. A batch may still be on its way to its projection when
 * its partition is assigned anew, behind an earlier offset. Applied then, it would raise the offset over what lies between. It is
 * called on the polling thread, as {@link AppliedOffsetsListener} is.
 */
public final class AssignmentMark extends PollInterceptor {

    private static final String HEADER = "prefstream-assignment";

    private final Readings readings;

    /** For Kafka, which makes it by its name. */
    public AssignmentMark() {
        this.readings = Arc.container().instance(Readings.class).get();
    }

    /** Marks the first record of each partition: those that were polled together stay together. */
    @Override
    public ConsumerRecords<String, byte[]> onConsume(ConsumerRecords<String, byte[]> records) {
        records.partitions()
                .forEach(partition -> mark(records.records(partition).get(0), readings.assignment(partition)));
        return records;
    }

    static void mark(ConsumerRecord<String, byte[]> record, long assignment) {
        record.headers().add(HEADER, Long.toString(assignment).getBytes(StandardCharsets.US_ASCII));
    }

    static boolean isMarked(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(HEADER) != null;
    }

    /** {@return whether a record was polled by this assignment; one that was not polled for a channel has no mark, and is of any} */
    static boolean isOf(ConsumerRecord<String, byte[]> record, long assignment) {
        Header mark = record.headers().lastHeader(HEADER);
        return mark == null || new String(mark.value(), StandardCharsets.US_ASCII).equals(Long.toString(assignment));
    }
}
