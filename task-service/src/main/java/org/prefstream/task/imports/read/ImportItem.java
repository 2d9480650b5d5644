package org.prefstream.task.imports.read;

import java.util.List;
import java.util.Map;

/**
 * A task to be imported, checked.
 *
 * @param index its place in the import, from 0
 * @param data what is judged; keys in their order, numbers exact
 * @param meta what else came with it; empty where nothing did
 * @param annotations in the order they came
 * @param predictions in the order they came
 * @param leftOut what came with it and is not imported
 * @param jsonBytes length of the whole item as compact JSON in UTF-8, to fill batches by weight
 * @param origin where it stands in its file
 */
public record ImportItem(
        long index,
        Map<String, Object> data,
        Map<String, Object> meta,
        List<ImportedAnnotation> annotations,
        List<ImportedPrediction> predictions,
        LeftOut leftOut,
        long jsonBytes,
        Origin origin) {

    /**
     * What stands in exports and means nothing elsewhere.
     *
     * @param predictions predictions that are ids, which name nothing here
     * @param drafts unfinished work
     */
    public record LeftOut(int predictions, int drafts) {

        static final LeftOut NOTHING = new LeftOut(0, 0);
    }

    public ImportItem {
        annotations = List.copyOf(annotations);
        predictions = List.copyOf(predictions);
    }
}
