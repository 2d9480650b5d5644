package org.prefstream.export.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.prefstream.export.Exports;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The files of all formats that have preferences, of a project and of its snapshots. */
record SnapshotFiles(Exports exports, long projectId) {

    String path(String rest) {
        return "/api/projects/" + projectId + "/snapshots" + rest;
    }

    /** {@return the manifest of a new snapshot of what a query selects} */
    JsonPath make(String asked) {
        Response made = exports.request().queryParams(query(asked)).body("{\"title\":\"All\"}").post(path(""));
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath();
    }

    /** @param format may have parameters of its own, as in {@code CSV&columns=prompt} */
    Response export(long id, String format, String part) {
        return exports.get(path("/" + id + "/export"), file("", format, part));
    }

    /** {@return the bytes of each file of the project, or the refusal, by the names of format and part} */
    Map<String, String> live(String asked, List<String> parts) {
        return all(parts, (format, part) -> live(asked, format, part));
    }

    Response live(String asked, String format, String part) {
        return exports.get("/api/projects/" + projectId + "/export", file(asked, format, part));
    }

    /** {@return the same of a snapshot} */
    Map<String, String> frozen(long id, List<String> parts) {
        return all(parts, (format, part) -> export(id, format, part));
    }

    /** {@return what each file of a snapshot would hold, likewise} */
    Map<String, String> dryRuns(long id, List<String> parts) {
        return all(parts,
                (format, part) -> exports.get(path("/" + id + "/export"), file("dry_run=true", format, part)));
    }

    /** {@return the same of the formats that are made of tasks and annotations} */
    Map<String, String> frozenTasks(long id) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : List.of("JSON", "JSON_MIN", "CSV", "TSV")) {
            files.put(format, text(export(id, format, "data")));
        }
        return files;
    }

    private Map<String, String> all(List<String> parts, Asked asked) {
        List<String> formats = exports.get("/api/projects/" + projectId + "/export/formats", Map.of())
                .jsonPath()
                .getList("findAll { it.tags != null && it.tags.contains('training') }.name");
        assertThat(formats).contains("TRL", "HF", "PARQUET", "ARENA", "VERTEX_RLHF");
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : formats) {
            for (String part : parts) {
                files.put(format + " " + part, text(asked.of(format, part)));
            }
        }
        return files;
    }

    private static String text(Response answer) {
        return answer.statusCode() == 200
                ? new String(answer.asByteArray(), StandardCharsets.ISO_8859_1)
                : "refused with " + answer.statusCode();
    }

    /** A way to ask for a file. */
    @FunctionalInterface
    private interface Asked {

        Response of(String format, String part);
    }

    private static Map<String, String> file(String asked, String format, String part) {
        Map<String, String> query = query(asked);
        query.putAll(query("exportType=" + format));
        if (!part.equals("data")) {
            query.put("part", part);
        }
        return query;
    }

    private static Map<String, String> query(String asked) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : asked.isEmpty() ? List.<String>of() : List.of(asked.split("&", -1))) {
            int equals = parameter.indexOf('=');
            query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return query;
    }
}
