package org.prefstream.kit.web;

import java.util.Set;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Turns failures into HTTP responses. The body of every error of a resource is made here. */
class ProblemMappers {

    private static final Set<Integer> SAID_TO_NO_STRANGER = Set.of(404, 405, 406, 415);

    private final IdentityProviderManager identityProviders;

    ProblemMappers(IdentityProviderManager identityProviders) {
        this.identityProviders = identityProviders;
    }

    /** The framework has mappers of its own for most of these classes, and asks the nearest one. So each is named here. */
    @ServerExceptionMapper({Throwable.class, ProblemException.class, ConstraintViolationException.class,
            JsonProcessingException.class, MismatchedInputException.class, OptimisticLockException.class,
            UnauthorizedException.class, AuthenticationFailedException.class, ForbiddenException.class})
    Response failed(Throwable failure, UriInfo uri) {
        return response(Response.ok(), Failures.problem(failure, uri.getPath()), uri);
    }

    /**
     * Keeps all headers that the framework's response had. Which paths, methods and media types there are is told only to those
     * whom the service knows. The framework says it before it looks at who asks.
     */
    @ServerExceptionMapper
    Uni<Response> http(WebApplicationException failure, UriInfo uri, HttpHeaders headers, RoutingContext request) {
        Response answer = answer(failure, uri, headers);
        if (!SAID_TO_NO_STRANGER.contains(answer.getStatus()) || !uri.getPath().startsWith("/api")) {
            return Uni.createFrom().item(answer);
        }
        return QuarkusHttpUser.getSecurityIdentity(request, identityProviders)
                .map(asking -> asking.isAnonymous() ? failed(new UnauthorizedException(), uri) : answer)
                .onFailure()
                .recoverWithItem(unknown -> failed(unknown, uri));
    }

    private Response answer(WebApplicationException failure, UriInfo uri, HttpHeaders headers) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return failed(malformed, uri);
        }
        Response original = failure.getResponse();
        return original.getStatus() < 400
                ? original
                : response(Response.fromResponse(original), problem(original.getStatusInfo(), headers), uri);
    }

    private static ProblemException problem(Response.StatusType status, HttpHeaders headers) {
        return switch (status.getStatusCode()) {
            case 404 -> ProblemException.notFound("Not found.");
            case 405 -> new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "Method not allowed on this path.");
            case 406 -> new ProblemException(ProblemType.NOT_ACCEPTABLE,
                    "None of the accepted media types can be produced here.");
            case 413 -> ProblemException.tooLarge("The body is too large.");
            case 415 -> new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Unsupported media type \"%s\" in request. Send JSON as application/json, or a form; to log in, a form."
                            .formatted(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)));
            default -> new ProblemException(
                    status.getStatusCode() < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL_ERROR,
                    status.getReasonPhrase());
        };
    }

    private static Response response(ResponseBuilder response, ProblemException problem, UriInfo uri) {
        ErrorBody body = ErrorBody.of(uri.getPath(), problem);
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Token");
        } else if (problem.status() == 503 || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        } else if (problem.status() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, "10");
        }
        return response.status(problem.status()).entity(body.json()).type(body.mediaType()).build();
    }
}
