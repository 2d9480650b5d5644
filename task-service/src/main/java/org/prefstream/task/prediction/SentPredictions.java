package org.prefstream.task.prediction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.json.StrictJson;
import org.prefstream.labelstudio.view.ErrorView;
import org.prefstream.task.imports.read.ImportedPrediction;
import org.prefstream.task.task.PredictionContent;
import org.prefstream.task.task.WritePredictions.SentPrediction;

/** Reads predictions as Label Studio's clients send them: what an import takes is taken here. */
final class SentPredictions {

    /** The most predictions that one request brings. */
    static final int MAX = 10_000;
    private static final String PATH = "prediction";

    private SentPredictions() {
    }

    /** {@return a new prediction; refused with a 400 that names the field} */
    static SentPrediction one(Fields sent) {
        return new SentPrediction(sent.id("task"), content(members(sent)));
    }

    /** {@return a prediction's content with what was sent in place of what it says now} */
    static PredictionContent changed(PredictionContent present, Fields sent) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("result", Json.readList(present.result()));
        members.put("score", present.score());
        members.put("model_version", present.modelVersion());
        members.putAll(members(sent));
        return content(members);
    }

    /** A form has the result as JSON text. */
    private static Map<String, Object> members(Fields sent) {
        Map<String, Object> members = new LinkedHashMap<>(sent.members());
        if (sent.has("result")) {
            members.put("result", sent.json("result").orElse(null));
        }
        return members;
    }

    private static PredictionContent content(Map<String, Object> members) {
        try {
            return content(ImportedPrediction.of(members, PATH), PATH);
        } catch (IllegalArgumentException flaw) {
            String[] words = String.valueOf(flaw.getMessage()).substring(PATH.length() + 1).split(" ", 2);
            throw ProblemException.invalid(words[0], words[words.length - 1]);
        }
    }

    private static PredictionContent content(ImportedPrediction prediction, String path) {
        String result = Json.write(prediction.result());
        if (result.getBytes(StandardCharsets.UTF_8).length > JsonValues.DATA_BYTES_MAX) {
            throw ProblemException
                    .tooLarge(path + ".result is longer than " + JsonValues.DATA_BYTES_MAX + " bytes (2 MiB)");
        }
        return new PredictionContent(result, prediction.score(), prediction.modelVersion());
    }

    /** {@return the predictions of a JSON array; refused as a whole with a 400 that names the place} */
    static List<SentPrediction> all(String body) {
        if (!(read(body) instanceof List<?> list)) {
            throw refused("The body must be a list of predictions, " + MAX + " at most.");
        }
        if (list.size() > MAX) {
            throw refused("The list has " + list.size() + " predictions, and a request takes " + MAX
                    + " at most. Send them in several requests: each is all or nothing by itself, and those of new tasks come faster with"
                    + " their tasks, in an import.");
        }
        List<SentPrediction> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "[" + i + "]";
            try {
                PredictionContent content = content(ImportedPrediction.of(list.get(i), path), path);
                all.add(new SentPrediction(task(list.get(i), path), content));
            } catch (IllegalArgumentException flaw) {
                throw refused(String.valueOf(flaw.getMessage()));
            }
        }
        return all;
    }

    private static long task(Object prediction, String path) {
        Map<String, Object> members = Json.asObject(prediction);
        Object task = members == null ? null : members.get("task");
        if ((task instanceof Integer || task instanceof Long) && ((Number) task).longValue() > 0) {
            return ((Number) task).longValue();
        }
        throw new IllegalArgumentException(path + ".task must be a task's id");
    }

    private static Object read(String body) {
        try {
            Object read = StrictJson.read(body);
            return read == null ? "" : read;
        } catch (JsonRefused refused) {
            throw switch (refused.kind()) {
                case SYNTAX -> new ProblemException(ProblemType.MALFORMED_BODY, refused.message());
                case VALUE -> refused(refused.place().orElse("The body") + ": " + refused.reason());
                case SIZE -> ProblemException.tooLarge("The body cannot be taken: " + refused.message());
            };
        }
    }

    /** {@return a 400 for one of many, as Label Studio says it} */
    static ProblemException refused(String message) {
        return ProblemException.invalid(ErrorView.NO_FIELD, message);
    }
}
