package org.prefstream.contract;

import java.util.Locale;

/** The topics of the contract. All of them are compacted. The number of partitions is fixed for a topic's life. */
public enum Topic {

    /** Who may do what: users, roles, memberships, hashes of tokens and sessions. Key: user id. */
    ACCESS("access", AccessRecord.class),
    /** Projects with their settings and parsed comparison spec. Key: project id. */
    PROJECTS("projects", ProjectRecord.class),
    /** Tasks with the data to be judged. Key: task id. */
    TASKS("tasks", TaskRecord.class),
    /** Annotations in Label Studio's form, with their normalised verdicts. Key: annotation id. */
    ANNOTATIONS("annotations", AnnotationRecord.class),
    /** The dataset: one trainable pair per record. Key: {@code <annotation id>/<control>/<i>-<j>}. */
    PREFERENCES("preferences", PreferenceRecord.class),
    /** Annotations that came with imported tasks. Key: {@code <task id>/<index>}. */
    IMPORTS("imports", ImportedAnnotationRecord.class);

    private final String plural;
    private final Class<? extends TopicRecord> recordType;

    Topic(String plural, Class<? extends TopicRecord> recordType) {
        this.plural = plural;
        this.recordType = recordType;
    }

    /** {@return the topic's name on the broker, such as {@code prefstream.tasks.v1}} */
    public String topicName() {
        return "prefstream." + plural + ".v1";
    }

    /** {@return the CloudEvents type of its records, such as {@code org.prefstream.tasks.v1}} */
    public String eventType() {
        return "org." + topicName();
    }

    /** {@return the address of the JSON Schema of its values; the file of the same name lies in this jar's {@code schemas/}} */
    public String schemaId() {
        return "https://prefstream.org/schemas/" + plural + ".v1.schema.json";
    }

    /** {@return the type of its values} */
    public Class<? extends TopicRecord> recordType() {
        return recordType;
    }

    /** {@return the lower-case word that names the topic in configuration, such as {@code tasks}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
