package org.prefstream.export.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** What a broker has left of a topic. */
enum TopicAge {

    /** All that was sent. */
    FRESH,
    /** The last record of each key, and no tombstone any more but where it is the end of its partition, which brokers never compact. */
    COMPACTED;

    /** {@return those of these records that are left} */
    ConsumerRecords<String, byte[]> kept(ConsumerRecords<String, byte[]> sent) {
        if (this == FRESH) {
            return sent;
        }
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
        for (TopicPartition partition : sent.partitions()) {
            List<ConsumerRecord<String, byte[]>> all = sent.records(partition);
            ConsumerRecord<String, byte[]> end = all.get(all.size() - 1);
            Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
            all.forEach(record -> last.put(record.key(), record));
            kept.put(partition,
                    last.values()
                            .stream()
                            .filter(record -> record.value() != null || record == end)
                            .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                            .toList());
        }
        return new ConsumerRecords<>(kept, Map.of());
    }
}
