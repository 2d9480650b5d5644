package org.prefstream.kit.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Label Studio's page of a list of projects or memberships: {@code count}, {@code next}, {@code previous}, {@code results}. */
public final class ResultPage {

    private ResultPage() {
    }

    /**
     * {@return the page}
     *
     * @throws ProblemException 404 if it lies past the end
     */
    public static Map<String, @Nullable Object> of(UriInfo uri, PageRequest page, long count, List<?> results) {
        if (page.number() > 1 && page.offset() >= count) {
            throw pastTheEnd();
        }
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("count", count);
        body.put("next", page.offset() + page.size() < count ? link(uri, page, page.number() + 1) : null);
        body.put("previous", page.number() > 1 ? link(uri, page, page.number() - 1) : null);
        body.put("results", new ArrayList<>(results));
        return body;
    }

    /** {@return the refusal of a page that does not exist; SDKs stop by it} */
    public static ProblemException pastTheEnd() {
        return new ProblemException(ProblemType.INVALID_PAGE, "Invalid page.");
    }

    private static String link(UriInfo uri, PageRequest page, int number) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("page", number)
                .replaceQueryParam("page_size", page.size())
                .build()
                .toString();
    }
}
