package org.prefstream.kit.security;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** Knows who sent the present request. Ask it before the first asynchronous step, because it ends with the request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** {@return the person who sent the request; throws an {@link UnauthorizedException} if nobody is logged in} */
    public Person person() {
        if (identity.getPrincipal() instanceof Person person) {
            return person;
        }
        throw new UnauthorizedException();
    }
}
