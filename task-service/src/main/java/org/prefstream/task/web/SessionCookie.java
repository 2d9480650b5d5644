package org.prefstream.task.web;

import java.time.Duration;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.UriInfo;

/** The cookie by which a browser stays logged in. */
public final class SessionCookie {

    /** Its name. */
    public static final String NAME = "sessionid";

    private SessionCookie() {
    }

    /**
     * {@return the cookie of a session with that secret}
     *
     * @param lifetime how long the session lasts; zero takes the cookie away
     * @param uri the request's address: over https the cookie is for https alone
     */
    public static NewCookie of(String secret, Duration lifetime, UriInfo uri) {
        boolean https = "https".equals(uri.getBaseUri().getScheme());
        return new NewCookie.Builder(NAME).value(secret)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.LAX)
                .build();
    }
}
