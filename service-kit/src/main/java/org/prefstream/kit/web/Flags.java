package org.prefstream.kit.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Reads yes and no as clients write them in queries and forms: in Label Studio's words, in upper or lower case. */
public final class Flags {

    private static final Set<String> YES = Set.of("true", "1", "t", "yes", "y", "on");
    private static final Set<String> NO = Set.of("false", "0", "f", "no", "n", "off");

    private Flags() {
    }

    /** {@return the flag; empty if the text is neither yes nor no} */
    public static Optional<Boolean> of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Optional.of(true) : NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** {@return whether a parameter of a query says yes; false if it is absent or no flag} */
    public static boolean isYes(@Nullable String text) {
        return text != null && of(text).orElse(false);
    }
}
