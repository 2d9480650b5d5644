package org.prefstream.kit.web;

import java.util.List;

/**
 * The objects of a JSON array that a client sent, for requests that ask for many things at once.
 *
 * @param items the fields of each, in the order in which they were sent
 */
public record FieldsList(List<Fields> items) {

    /** The most objects that one request may have. */
    public static final int ITEMS_MAX = 1_000;

    public FieldsList {
        items = List.copyOf(items);
    }
}
