package org.prefstream.kit.security;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;

/** The person who sent the present request. Read it before the first asynchronous step: it ends with the request. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** {@return the person; only where the endpoint demands one} */
    public Person person() {
        if (identity.getPrincipal() instanceof Person person) {
            return person;
        }
        throw new UnauthorizedException();
    }
}
