package org.prefstream.export.delivery;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.snapshot.Snapshot;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/**
 * What is to be delivered.
 *
 * @param parameters those of the format, beside its name
 * @param place where its files go, within the target: nobody but we make a name of it
 */
public record NewDelivery(
        long projectId,
        long snapshotId,
        long personId,
        String target,
        String format,
        Map<String, String> parameters,
        String place) {

    private static final int SLUG_LONGEST = 40;
    private static final int TOLD_APART = 8;

    public NewDelivery {
        parameters = Map.copyOf(parameters);
    }

    /** {@return the delivery of a snapshot's file}
     *
     * @param query the parameters that the file's address would have
     * @param request what they ask for */
    static NewDelivery of(Snapshot snapshot, long personId, String target, Map<String, List<String>> query,
            ExportRequest request) {
        Map<String, String> parameters = new TreeMap<>();
        query.forEach((name, values) -> {
            if (!ExportRequest.FORMAT.contains(name)) {
                parameters.put(name, String.join(",", values));
            }
        });
        return of(snapshot, personId, target, request.format().card().name(), parameters);
    }

    /** {@return the delivery of a snapshot's file in a format with these parameters} */
    public static NewDelivery of(Snapshot snapshot, long personId, String target, String format, Map<String, ?> given) {
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        String place = "%d-%s/%d/%s%s".formatted(snapshot.projectId(), slug(snapshot.projectTitle()), snapshot.id(),
                format, parameters.isEmpty() ? "" : "-" + mark(parameters));
        return new NewDelivery(snapshot.projectId(), snapshot.id(), personId, target, format, parameters, place);
    }

    /** {@return the parameters as a file's address has them} */
    static Map<String, List<String>> query(String format, Map<String, Object> parameters) {
        Map<String, List<String>> query = ExportRequest.query(parameters);
        query.put(ExportRequest.FORMAT.get(0), List.of(format));
        return query;
    }

    /** {@return what is left of a title in letters from a to z, digits and dashes} */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String slug = plain.substring(0, Math.min(SLUG_LONGEST, plain.length())).replaceAll("-+$", "");
        return slug.isEmpty() ? "project" : slug;
    }

    private static String mark(Map<String, String> parameters) {
        return Hashes.sha256(Json.write(parameters)).substring(0, TOLD_APART);
    }
}
