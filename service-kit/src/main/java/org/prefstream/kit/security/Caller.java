package org.prefstream.kit.security;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Knows who sent the present request. Ask it before the first asynchronous step, because it ends with the request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final People people;

    Caller(SecurityIdentity identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /** {@return the person who sent the request; throws an {@link UnauthorizedException} if nobody is logged in} */
    public Person person() {
        if (identity.getPrincipal() instanceof Person person) {
            return person;
        }
        throw new UnauthorizedException();
    }

    /**
     * {@return asks whom the token or session of the request belongs to now, by the same rules as for a new request, as often as
     * wanted and also after the request; for answers that go on for long. It is empty once the credentials are worth nothing}
     */
    public Supplier<Uni<Optional<Person>>> anew() {
        String secretHash = identity.getAttribute(Authentication.SECRET_HASH);
        if (secretHash == null) {
            throw new UnauthorizedException();
        }
        return () -> people.bySecretHash(secretHash);
    }
}
