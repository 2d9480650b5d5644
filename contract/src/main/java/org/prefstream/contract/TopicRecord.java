package org.prefstream.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A value on one of Prefstream's topics: the whole state of its key at one revision. A deletion is a null value (tombstone)
 * with the same key. The revision travels in the header {@value Headers#REVISION}; whoever keeps the highest one per key
 * has the present state, whatever was delivered twice or late.
 */
public sealed interface TopicRecord
        permits AccessRecord, ProjectRecord, TaskRecord, AnnotationRecord, PreferenceRecord, ImportedAnnotationRecord {

    /** {@return the topic that carries records of this type} */
    @JsonIgnore
    Topic topic();

    /** {@return the Kafka key: order holds among records of one key only} */
    @JsonIgnore
    String key();
}
