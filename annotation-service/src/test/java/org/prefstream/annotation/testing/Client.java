package org.prefstream.annotation.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Somebody who calls the API with a token of their own: a Label Studio client, or the page. */
public record Client(long id, String token) {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** A lease as the page gets it. */
    public record HeldLease(String id, int token, int task, String firstShown) {

        private static HeldLease of(JsonNode lease) {
            return new HeldLease(lease.path("id").asText(), lease.path("token").asInt(), lease.path("task_id").asInt(),
                    lease.at("/shown/comparisons/0/slots/0/text").asText());
        }
    }

    /** {@return a request with this person's token and a JSON body} */
    public RequestSpecification request() {
        return given().header("Authorization", "Token " + token).contentType(ContentType.JSON);
    }

    /** Waits until the service knows this person. */
    public Client awaitKnown() {
        await().atMost(SOON).until(() -> request().get("/api/annotations/1").statusCode() != 401);
        return this;
    }

    /** Waits until the service shows this person a task. {@return the task} */
    public long awaitTask(long task) {
        await().atMost(SOON).until(() -> request().get("/api/tasks/{id}/annotations", task).statusCode() == 200);
        return task;
    }

    /** Submits an annotation. */
    public ValidatableResponse submit(long task, Map<String, Object> body) {
        return request().body(body).post("/api/tasks/{id}/annotations/", task).then();
    }

    /** {@return the id of a new annotation of a task that the service may not know yet} */
    public int submitted(long task, List<Object> result) {
        awaitTask(task);
        return submit(task, Map.of("result", result, "lead_time", 1.5)).statusCode(201).extract().path("id");
    }

    /** {@return the answer to the question for the annotations of a task} */
    public ValidatableResponse annotationsOf(long task) {
        return request().get("/api/tasks/{id}/annotations", task).then();
    }

    /** Changes the result of an annotation. */
    public void change(int annotation, List<Object> result) {
        request().body(Map.of("result", result)).patch("/api/annotations/{id}/", annotation).then().statusCode(200);
    }

    /** {@return the answer to Label Studio's question for the next task} */
    public ValidatableResponse next(long project) {
        return request().get("/api/projects/{id}/next", project).then();
    }

    /** {@return the leases that this person holds in a project after claiming} */
    public List<HeldLease> claim(long project, int count) {
        return leases(claiming(project, Map.of("count", count)));
    }

    /** {@return the leases that this person holds in a project after claiming them for a journey} */
    public List<HeldLease> take(long project, int count, Duration keep) {
        return leases(claiming(project, Map.of("count", count, "keep_seconds", keep.toSeconds())));
    }

    /** Claims tasks. */
    public ValidatableResponse claiming(long project, Map<String, Object> claim) {
        return request().body(claim).post("/api/projects/{id}/leases", project).then();
    }

    private static List<HeldLease> leases(ValidatableResponse claimed) {
        String answer = claimed.statusCode(200).extract().asString();
        JsonNode leases = Json.read(answer, JsonNode.class).path("leases");
        return StreamSupport.stream(leases.spliterator(), false).map(HeldLease::of).toList();
    }

    /** {@return the lease on the next task, once there is one} */
    public HeldLease awaitLease(long project) {
        return await().atMost(SOON).until(() -> claim(project, 1), leases -> leases.size() == 1).get(0);
    }

    /** Ends a lease with a verdict. */
    public ValidatableResponse verdict(HeldLease lease, Map<String, Object> verdict) {
        return verdict(request(), lease, verdict);
    }

    /** Ends a lease with a verdict, which counts once however often it is sent under that key. */
    public ValidatableResponse verdict(HeldLease lease, Map<String, Object> verdict, String key) {
        return verdict(request().header("Idempotency-Key", key), lease, verdict);
    }

    private static ValidatableResponse verdict(RequestSpecification request, HeldLease lease,
            Map<String, Object> verdict) {
        Map<String, Object> body = new HashMap<>(verdict);
        body.put("token", lease.token());
        return request.body(body).post("/api/leases/{id}/verdict", lease.id()).then();
    }

    /** Says that this person is still at work. */
    public ValidatableResponse heartbeat(HeldLease lease) {
        return request().body(Map.of("token", lease.token())).post("/api/leases/{id}/heartbeat", lease.id()).then();
    }

    /** Gives a task back. */
    public void handBack(HeldLease lease) {
        request().queryParam("token", lease.token()).delete("/api/leases/{id}", lease.id()).then().statusCode(204);
    }

    /** {@return the answer to a GET} */
    public Response get(String path, Object... parameters) {
        return request().get(path, parameters);
    }
}
