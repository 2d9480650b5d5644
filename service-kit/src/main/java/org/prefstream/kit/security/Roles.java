package org.prefstream.kit.security;

/** The names of roles for {@code @RolesAllowed}. */
public final class Roles {

    public static final String OWNER = "owner";
    public static final String MANAGER = "manager";

    private Roles() {
    }
}
