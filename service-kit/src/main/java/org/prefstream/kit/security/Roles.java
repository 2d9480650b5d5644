package org.prefstream.kit.security;

/** Role names for {@code @RolesAllowed}. */
public final class Roles {

    public static final String OWNER = "owner";
    public static final String MANAGER = "manager";

    private Roles() {
    }
}
