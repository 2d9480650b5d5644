package org.prefstream.export.format.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.LongStream;

import org.prefstream.export.format.ExportSource;
import org.prefstream.kit.security.Hashes;

/** The rows that others contradict, which have the same prompt and the same two answers. It holds eight bytes for each of them. */
final class Conflicts {

    private final long[] rows;

    private Conflicts(long[] rows) {
        this.rows = rows;
    }

    /** {@return the rows that the request wants left out; none unless it says so} */
    static Conflicts dropped(ExportSource source) {
        LongStream.Builder rows = LongStream.builder();
        if (Part.DROP.equals(source.choice(Part.CONFLICTS))) {
            source.conflicting(recordId -> rows.add(hash(recordId)));
        }
        return new Conflicts(rows.build().sorted().toArray());
    }

    boolean hold(TrainingRow row) {
        return rows.length > 0 && Arrays.binarySearch(rows, hash(row.recordId())) >= 0;
    }

    private static long hash(String recordId) {
        return ByteBuffer.wrap(Hashes.digest().digest(recordId.getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
