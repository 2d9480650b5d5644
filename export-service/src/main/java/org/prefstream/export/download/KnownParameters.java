package org.prefstream.export.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.prefstream.kit.web.KnownNames;
import org.prefstream.labelstudio.error.ProblemException;

/** The parameters that exports have. What was half understood would not be what is trained on. */
public final class KnownParameters {

    /** Label Studio's clients may send them. Files that data links to are never fetched, and there are no videos. */
    private static final List<String> WITHOUT_EFFECT = List.of("download_resources", "interpolate_key_frames");
    /** The flags of files in which people have addresses, and what such files have otherwise. */
    private static final Map<String, String> NAMING = Map.of(ExportRequest.NAMES, "its provenance has pseudonyms",
            "authors", "its files have the ids of people");

    private KnownParameters() {
    }

    /** Refuses parameters that no export has, with a 400 that names them: what is missed would not be trained on. */
    public static void require(Map<String, List<String>> query, Formats formats) {
        List<String> known = new ArrayList<>(ExportRequest.FORMAT);
        known.addAll(ExportRequest.SELECTING);
        known.addAll(ExportRequest.OF_LIVE_ROWS);
        known.add(ExportRequest.DRY_RUN);
        known.addAll(formats.flags());
        known.addAll(formats.choices());
        known.add(Compression.PARAMETER);
        known.addAll(WITHOUT_EFFECT);
        KnownNames.of(known).require(query);
    }

    /** Refuses parameters that no file of a snapshot has: it knows annotators by their ids alone. */
    public static void requireOfFrozen(Map<String, List<String>> query, Formats formats) {
        require(query, formats);
        NAMING.forEach((name, otherwise) -> {
            if (query.containsKey(name)) {
                throw ProblemException.invalid(name, "is not for a snapshot, which keeps no addresses: " + otherwise);
            }
        });
    }

    /** Refuses also what no file of a snapshot has that is sent to a target. */
    public static void requireOfSent(Map<String, List<String>> query, Formats formats) {
        requireOfFrozen(query, formats);
        if (query.containsKey(ExportRequest.DRY_RUN)) {
            throw ProblemException.invalid(ExportRequest.DRY_RUN,
                    "is not for what is sent: ask it of the snapshot's file");
        }
    }
}
