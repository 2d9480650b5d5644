package org.prefstream.contract;

import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A value on one of Prefstream's topics: the whole state of its key at one revision. A deletion is a null value (tombstone)
 * with the same key. The revision travels in the header {@value Headers#REVISION}. Whoever keeps the highest revision of each
 * key has the present state, whatever was delivered twice or late.
 *
 * <p>Records pin their own form: absent values are written as null unless a type says otherwise, and keys that a newer
 * version adds are ignored when read, whatever the mapper's settings are.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.ALWAYS)
public sealed interface TopicRecord
        permits AccessRecord, ProjectRecord, TaskRecord, AnnotationRecord, PreferenceRecord, ImportedAnnotationRecord {

    /** {@return the topic that carries records of this type} */
    @JsonIgnore
    Topic topic();

    /** {@return the Kafka key: order holds among records of one key only} */
    @JsonIgnore
    String key();

    /** {@return the id of the project that the record belongs to; empty for people, who belong to none} */
    @JsonIgnore
    OptionalLong project();
}
