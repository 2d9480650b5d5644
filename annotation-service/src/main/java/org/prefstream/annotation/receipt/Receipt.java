package org.prefstream.annotation.receipt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Hashes;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a person has judged without a long pause, up to now. Whoever has the dataset can check it: the hash is over the rows' keys
 * and revisions, which every row has.
 *
 * @param since when the first of these judgements was made
 * @param judged how many tasks, those that were skipped included
 * @param changed how many judgements were changed after they were made
 * @param rows how many dataset rows they give
 * @param rowsSha256 lower-case hex SHA-256 of the rows' lines: {@code record_id}, a blank, {@code revision}, a line feed; in
 *        ascending order of the lines' characters
 * @param whole whether these are all; false where there are more than were looked at
 */
public record Receipt(
        @JsonProperty("since") Instant since,
        @JsonProperty("judged") int judged,
        @JsonProperty("skipped") int skipped,
        @JsonProperty("changed") int changed,
        @JsonProperty("rows") int rows,
        @JsonProperty("rows_sha256") String rowsSha256,
        @JsonProperty("whole") boolean whole) {

    /** After a longer pause something new begins. */
    static final Duration PAUSE_LONGEST = Duration.ofMinutes(30);

    /**
     * {@return the receipt; null where nothing was judged}
     *
     * @param newest a person's judgements, the newest first
     * @param isAll whether there are no others
     */
    static @Nullable Receipt of(List<Worked> newest, boolean isAll) {
        if (newest.isEmpty()) {
            return null;
        }
        int count = 1;
        while (count < newest.size() && follows(newest.get(count - 1), newest.get(count))) {
            count++;
        }
        List<Worked> work = newest.subList(0, count);
        List<String> lines = lines(work);
        return new Receipt(work.get(count - 1).createdAt(), count, (int) work.stream().filter(Worked::skipped).count(),
                (int) work.stream().filter(Worked::changed).count(), lines.size(),
                Hashes.sha256(String.join("", lines)), isAll || count < newest.size());
    }

    private static boolean follows(Worked later, Worked earlier) {
        return Duration.between(earlier.createdAt(), later.createdAt()).compareTo(PAUSE_LONGEST) <= 0;
    }

    private static List<String> lines(List<Worked> work) {
        List<String> lines = new ArrayList<>();
        for (Worked one : work) {
            one.rows().keys().forEach(key -> lines.add(key + " " + one.revision() + "\n"));
        }
        lines.sort(null);
        return lines;
    }
}
