package org.prefstream.kit.web;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes ids in a path only as they are written in answers: by digits alone. Java would also take {@code +1} and digits of other
 * scripts for a number, and then one thing would have many addresses. All parameters of paths are ids; what its sender has named has a
 * UUID, in lower case.
 */
class PlainIds {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static boolean isId(String value) {
        return ID.matcher(value).matches();
    }

    @ServerRequestFilter
    void refuseOthers(UriInfo uri) {
        for (List<String> values : uri.getPathParameters().values()) {
            if (!values.stream().allMatch(value -> isId(value) || UUID.matcher(value).matches())) {
                throw new NotFoundException();
            }
        }
    }
}
