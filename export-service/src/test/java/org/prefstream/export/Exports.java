package org.prefstream.export;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.prefstream.contract.AccessRecord.Role;
import org.prefstream.export.PeerStandIns.Peers;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What somebody sees who asks for exports. */
public final class Exports {

    private static boolean areConsumersUp;

    private final String token;

    private Exports(String token) {
        this.token = token;
    }

    /** {@return the view of an owner, once all consumers are up: the first time that takes longer than an export waits} */
    public static synchronized Exports asOwner(Owners owners, Peers peers) {
        Exports exports = as(Role.OWNER, List.of(), owners, peers);
        if (!areConsumersUp) {
            long projectId = Ids.next();
            owners.publish(peers, Records.project(projectId));
            await().atMost(Owners.SOON).until(() -> exports.export(projectId, "JSON").statusCode() == 200);
            areConsumersUp = true;
        }
        return exports;
    }

    public static Exports as(Role role, List<Long> projects, Owners owners, Peers peers) {
        String token = UUID.randomUUID().toString();
        owners.publish(peers, Records.person(role, token, projects));
        Exports exports = new Exports(token);
        await().atMost(Owners.SOON)
                .until(() -> exports.get("/api/projects/1/export/formats", Map.of()).statusCode() == 404);
        return exports;
    }

    public String token() {
        return token;
    }

    /** {@return a request with a JSON body, if it has one} */
    public RequestSpecification request() {
        return given().urlEncodingEnabled(true).header("Authorization", "Token " + token).contentType(ContentType.JSON);
    }

    public Response get(String path, Map<String, ?> query) {
        return given().urlEncodingEnabled(true).header("Authorization", "Token " + token).queryParams(query).get(path);
    }

    /** {@return the names of all formats, in their order} */
    public List<String> formats(long projectId) {
        return get("/api/projects/" + projectId + "/export/formats", Map.of()).jsonPath().getList("name");
    }

    /** {@return the answer to a request for an export, with further parameters} */
    public Response export(long projectId, String type, String... namesAndValues) {
        return get("/api/projects/" + projectId + "/export", asking(type, namesAndValues));
    }

    /** {@return the parameters of a request for that format} */
    static Map<String, String> asking(String type, String... namesAndValues) {
        Map<String, String> query = new LinkedHashMap<>(Map.of("exportType", type));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    /** {@return why each field of a request was refused, in whichever form the path says it} */
    public static Map<String, String> refusals(Response refused) {
        JsonPath body = refused.jsonPath();
        Map<String, String> refusals = new TreeMap<>();
        Map<String, List<String>> byField = body.getMap("validation_errors");
        if (byField != null) {
            byField.forEach((field, why) -> refusals.put(field, why.get(0)));
        }
        List<Map<String, String>> violations = body.getList("violations");
        if (violations != null) {
            violations.forEach(one -> refusals.put(one.getOrDefault("field", ""), one.getOrDefault("message", "")));
        }
        return refusals;
    }
}
