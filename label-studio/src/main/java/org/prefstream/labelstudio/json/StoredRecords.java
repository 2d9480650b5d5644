package org.prefstream.labelstudio.json;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.TaskRecord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * Reads records that are kept or passed on as they are. What a task holds is the most of it, and few readers look into that: it is
 * checked, and read when somebody asks for it ({@link StoredObject}).
 */
public final class StoredRecords {

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .addMixIn(TaskRecord.class, ContentAsItIsStored.class);

    private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private StoredRecords() {
    }

    /**
     * {@return what bytes say; null if they are JSON's null}
     *
     * @param json a record in UTF-8, which must not change any more
     * @throws IOException if they are no such record, or hold something in its content that could not be read later
     */
    public static <R> @Nullable R read(byte[] json, Class<R> type) throws IOException {
        return READERS.computeIfAbsent(type, MAPPER::readerFor)
                .withAttribute(StoredObject.Reader.class, json)
                .readValue(json);
    }

    interface ContentAsItIsStored {

        @JsonDeserialize(using = StoredObject.Reader.class)
        Map<String, Object> data();

        @JsonDeserialize(using = StoredObject.Reader.class)
        Map<String, Object> meta();
    }
}
