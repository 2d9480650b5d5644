package org.prefstream.kit.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Finds out who sends a request, by {@code Authorization: Token …} or by the session cookie. Every service does this itself for
 * every request. None relies on the door to have done it.
 */
@ApplicationScoped
class Authentication implements HttpAuthenticationMechanism {

    static final String COOKIE = "sessionid";
    /**
     * Tells the door that the sender is known, whatever the answer is. Invented tokens are answered, too, where everybody is, and
     * must not lessen what others may have.
     */
    static final String KNOWN = "X-Prefstream-Known";
    /** The attribute of an identity that has the hash of the token or session that was shown. */
    static final String SECRET_HASH = "prefstream.secret-hash";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final People people;

    Authentication(People people) {
        this.people = people;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identityProviders) {
        HttpServerRequest request = context.request();
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return noted(byToken(authorization), request);
        }
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie != null && !cookie.getValue().isBlank()) {
            return noted(bySession(request, cookie.getValue()), request);
        }
        return Uni.createFrom().nullItem();
    }

    private static Uni<SecurityIdentity> noted(Uni<SecurityIdentity> found, HttpServerRequest request) {
        return found.invoke(known -> request.response().putHeader(KNOWN, "true"));
    }

    private Uni<SecurityIdentity> byToken(String authorization) {
        String[] words = BLANKS.split(authorization.strip(), 2);
        if (words.length < 2 || !words[0].equalsIgnoreCase("Token")) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException(
                            "Invalid token. Send the header 'Authorization: Token <your API token>'."));
        }
        String hash = Hashes.sha256(words[1]);
        return people.bySecretHash(hash).map(found -> identity(hash, found, "Invalid token."));
    }

    private Uni<SecurityIdentity> bySession(HttpServerRequest request, String session) {
        String hash = Hashes.sha256(session);
        return people.bySecretHash(hash).map(found -> {
            if (found.isPresent() && !SAFE_METHODS.contains(request.method().name())) {
                SameOrigin.require(request);
            }
            return identity(hash, found, "Your session has ended. Log in again.");
        });
    }

    private static SecurityIdentity identity(String secretHash, Optional<Person> found, String refusal) {
        Person person = found.orElseThrow(() -> new AuthenticationFailedException(refusal));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(person)
                .addAttribute(SECRET_HASH, secretHash)
                .addRole(person.role().name().toLowerCase(Locale.ROOT))
                .build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Token"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
