package org.prefstream.annotation.submission;

import java.util.List;

import org.prefstream.kit.web.Fields;

/**
 * What a bulk request asks for.
 *
 * @param items the fields of each submit, in the order in which they were sent
 */
record BulkRequest(List<Fields> items) {

    /** The most submits that one request may have. */
    static final int ITEMS_MAX = 1_000;

    BulkRequest {
        items = List.copyOf(items);
    }
}
