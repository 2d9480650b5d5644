package org.prefstream.kit.web;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * Which part of a list is asked for. Every list has a limit.
 *
 * @param number the page, from 1
 * @param size rows of a page, from 1 to {@link #LARGEST}
 */
public record PageRequest(int number, int size) {

    /** The most rows that a page may have, which is also what {@code page_size=-1} ("all") asks for. */
    public static final int LARGEST = 10_000;

    /**
     * Reads Label Studio's query parameters; those that are absent have their defaults.
     *
     * @throws ProblemException 404 for a page below 1, 400 for anything else that is wrong
     */
    public static PageRequest of(@Nullable String page, @Nullable String pageSize, int defaultSize) {
        int number = page == null ? 1 : number("page", page);
        int size = pageSize == null ? defaultSize : number("page_size", pageSize);
        if (number < 1) {
            throw ResultPage.pastTheEnd();
        }
        if (size == 0 || size < -1) {
            throw ProblemException.invalid("page_size", "must be a positive number, or -1 for all");
        }
        return new PageRequest(number, size == -1 ? LARGEST : Math.min(size, LARGEST));
    }

    /** {@return how many rows come before this page} */
    public long offset() {
        return (number - 1L) * size;
    }

    private static int number(String field, String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw ProblemException.invalid(field, "must be a whole number");
        }
        return Integer.parseInt(text);
    }
}
