package org.prefstream.task.people;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.web.SessionCookie;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Logging in and out by a form, as browsers and Label Studio's older SDK do it. */
@Path("/user")
@PermitAll
public class LoginResource {

    private final LogIn logIn;
    private final PeopleConfig config;

    LoginResource(LogIn logIn, PeopleConfig config) {
        this.logIn = logIn;
        this.config = config;
    }

    @POST
    @Path("/login")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> logIn(@RestForm @Nullable String email, @RestForm @Nullable String password,
            @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept, UriInfo uri, @Context HttpServerRequest http) {
        boolean forProgram = accept != null && accept.contains(MediaType.APPLICATION_JSON);
        boolean forPage = accept != null && accept.contains(MediaType.TEXT_HTML);
        return logIn.logIn(required("email", email), required("password", password), ClientAddress.of(http))
                .map(session -> session.map(secret -> loggedIn(secret, forProgram, uri))
                        .orElseGet(() -> refused(forPage)));
    }

    @POST
    @Path("/logout")
    public Uni<Response> logOut(@RestCookie(SessionCookie.NAME) @Nullable String sessionid, UriInfo uri) {
        Uni<Void> ended = sessionid == null ? Uni.createFrom().voidItem() : logIn.logOut(sessionid);
        return ended.map(done -> Response.noContent().cookie(SessionCookie.of("", Duration.ZERO, uri)).build());
    }

    private Response loggedIn(String secret, boolean forProgram, UriInfo uri) {
        return (forProgram ? Response.noContent() : redirect("/"))
                .cookie(SessionCookie.of(secret, config.sessionLifetime(), uri))
                .build();
    }

    private static Response refused(boolean forPage) {
        if (forPage) {
            return redirect("/user/login?error=1").build();
        }
        throw new ProblemException(ProblemType.WRONG_PASSWORD,
                "The email address and password you entered don't match.");
    }

    /** As it is, so that it holds behind any door. */
    private static Response.ResponseBuilder redirect(String path) {
        return Response.status(Status.FOUND).header(HttpHeaders.LOCATION, URI.create(path).toString());
    }

    private static String required(String name, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isEmpty() && text.indexOf('\0') < 0)
                .orElseThrow(() -> ProblemException.invalid(name, "This field is required."));
    }
}
