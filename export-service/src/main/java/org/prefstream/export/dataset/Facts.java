package org.prefstream.export.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.RowlessPair;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.databind.JsonNode;

/** What statistics need to know of records. It stands beside the copies of these, so that nobody reads them again for that. */
final class Facts {

    private static final long HOUR_SECONDS = 3600;

    private Facts() {
    }

    /** {@return the hour in which an annotation was made, counted from 1970, UTC; 0 if its record does not say} */
    static int hour(AnnotationRecord annotation) {
        Instant made = Objects.requireNonNullElse(annotation.createdAt(), Instant.EPOCH);
        return (int) Math.floorDiv(made.getEpochSecond(), HOUR_SECONDS);
    }

    static @Nullable Integer leadBucket(AnnotationRecord annotation) {
        return annotation.wasCancelled() ? null : LeadTimes.bucket(annotation.leadTime());
    }

    /** {@return what it says of each pair, as a JSON array} */
    static String judgedPairs(AnnotationRecord annotation) {
        return annotation.wasCancelled() ? "[]" : Json.write(JudgedPair.of(annotation));
    }

    /** {@return which pairs have no row because nothing could be trained on them, as a JSON array; null where there are none} */
    static @Nullable String untrainable(AnnotationRecord annotation) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (RowlessPair pair : annotation.rowless()) {
            if (pair.code() != null) {
                Map<String, Object> told = new LinkedHashMap<>();
                told.put("part", JudgedPair.part(pair.control(), pair.first(), pair.second()));
                told.put("outcome", pair.outcome());
                told.put("code", pair.code());
                pairs.add(told);
            }
        }
        return pairs.isEmpty() ? null : Json.write(pairs);
    }

    /** {@return when a judgement was made, in microseconds since 1970} */
    static long madeAt(AnnotationRecord annotation) {
        return Judgements.micros(Objects.requireNonNullElse(annotation.createdAt(), Instant.EPOCH));
    }

    /** {@return which answers of the task a row compares, as {@link JudgedPair#part} says it} */
    static String part(PreferenceRecord row) {
        return JudgedPair.part(row.control(), Math.min(row.chosenIndex(), row.rejectedIndex()),
                Math.max(row.chosenIndex(), row.rejectedIndex()));
    }

    /** {@return which of them is chosen, as {@link JudgedPair#value} says it} */
    static int prefers(PreferenceRecord row) {
        return row.chosenIndex() < row.rejectedIndex() ? JudgedPair.FIRST : JudgedPair.SECOND;
    }

    /** {@return 1 if the chosen answer is longer, -1 if it is shorter, 0 if both have as many characters} */
    static int longer(PreferenceRecord row) {
        return Integer.signum(characters(row.chosen()) - characters(row.rejected()));
    }

    /** {@return how many code points a text has, or the texts of messages together} */
    private static int characters(Object content) {
        if (content instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        int sum = 0;
        for (JsonNode message : Json.mapper().valueToTree(content)) {
            String text = message.path("content").asText();
            sum += text.codePointCount(0, text.length());
        }
        return sum;
    }
}
