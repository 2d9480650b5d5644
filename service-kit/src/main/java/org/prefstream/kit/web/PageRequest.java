package org.prefstream.kit.web;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * Which part of a list is asked for. Every list has a limit.
 *
 * @param number from 1
 * @param size rows of a page
 */
public record PageRequest(int number, int size) {

    /** What {@code page_size=-1} ("all") means. */
    public static final int LARGEST = 10_000;

    /** Reads Label Studio's query parameters; absent ones have their defaults. */
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

    /** {@return rows before this page} */
    public long offset() {
        return (number - 1L) * size;
    }

    private static int number(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(field, "must be a whole number");
        }
    }
}
