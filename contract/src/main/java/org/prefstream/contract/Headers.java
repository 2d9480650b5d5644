package org.prefstream.contract;

/** The Kafka headers of every record: those of CloudEvents 1.0 in binary mode, and the revision of the key. */
public final class Headers {

    /** The key's revision as a decimal number. Tombstones have it, too. */
    public static final String REVISION = "ps_revision";
    /** {@code application/json}. */
    public static final String CONTENT_TYPE = "content-type";
    /** The outbox's identity and the row's id in it: unique per record, and the same when a record is sent again. */
    public static final String ID = "ce_id";
    /** {@code 1.0}. */
    public static final String SPEC_VERSION = "ce_specversion";
    /** {@link Topic#eventType()}. */
    public static final String TYPE = "ce_type";
    /** The service that owns the key, such as {@code /prefstream/task-service}. */
    public static final String SOURCE = "ce_source";
    /** The Kafka key. */
    public static final String SUBJECT = "ce_subject";
    /** When the change was recorded, as {@link Times#format} writes it. */
    public static final String TIME = "ce_time";
    /** {@link Topic#schemaId()}. */
    public static final String DATA_SCHEMA = "ce_dataschema";

    private Headers() {
    }
}
