package org.prefstream.kit.web;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A page of a list of projects or memberships, in Label Studio's form.
 *
 * @param count how many there are on all pages
 * @param next the address of the page after this one; null on the last
 * @param previous the address of the page before this one; null on the first
 */
public record ResultPage<T>(
        @JsonProperty("count") long count,
        @JsonProperty("next") @Nullable String next,
        @JsonProperty("previous") @Nullable String previous,
        @JsonProperty("results") List<T> results) {

    public ResultPage {
        results = List.copyOf(results);
    }

    /**
     * {@return the page}
     *
     * @param uri the request's address, from which those of the other pages are made
     * @param count how many there are on all pages
     * @param results the rows of this page
     * @throws ProblemException 404 if it lies past the end
     */
    public static <T> ResultPage<T> of(UriInfo uri, PageRequest page, long count, List<T> results) {
        if (page.number() > 1 && page.offset() >= count) {
            throw pastTheEnd();
        }
        return new ResultPage<>(count, page.offset() + page.size() < count ? link(uri, page, page.number() + 1) : null,
                page.number() > 1 ? link(uri, page, page.number() - 1) : null, results);
    }

    /** {@return the refusal of a page that does not exist, at which SDKs stop} */
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
