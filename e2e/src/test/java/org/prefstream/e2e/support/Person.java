package org.prefstream.e2e.support;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody with an account of their own. */
public record Person(long id, String email, String password, ApiClient api) {

    /** Makes an account as the owner does, logs in as that person and takes their token. */
    public static Person annotator(RunningSystem system) {
        return annotator(system, "p" + UUID.randomUUID().toString().substring(0, 8) + "@example.org");
    }

    /** Makes an account with this address. */
    public static Person annotator(RunningSystem system, String email) {
        return named(system, "Pat", email.substring(0, email.indexOf('@')), email);
    }

    /** Makes an account of that name, for pictures. */
    public static Person named(RunningSystem system, String first, String last) {
        String address = "%s.%s-%s@example.org".formatted(first, last, UUID.randomUUID().toString().substring(0, 4));
        return named(system, first, last, address.toLowerCase(Locale.ROOT));
    }

    private static Person named(RunningSystem system, String first, String last, String email) {
        String password = UUID.randomUUID().toString();
        long id = system.owner()
                .post("/api/users",
                        Map.of("email", email, "username", email, "first_name", first, "last_name", last, "role",
                                "annotator", "password", password))
                .expect(201)
                .json()
                .path("id")
                .asLong();
        URI url = system.connection().url();
        String token = ApiClient.loggedIn(url, email, password)
                .get("/api/current-user/token")
                .expect(200)
                .json()
                .path("token")
                .asText();
        return new Person(id, email, password, ApiClient.withToken(url, token));
    }
}
