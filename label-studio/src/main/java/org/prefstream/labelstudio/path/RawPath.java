package org.prefstream.labelstudio.path;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for request paths that the door and every service apply before they route. A path that two programs might read
 * differently is refused, so nobody has to ask whether an encoded slash is a slash.
 */
public final class RawPath {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private RawPath() {
    }

    /**
     * {@return why the path is refused, in words for the caller; empty for a path that may be routed}
     *
     * @param rawPath the path as it stood in the request line: still percent-encoded, without the query
     */
    public static Optional<String> refusal(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return refused("does not begin with \"/\"");
        }
        return isPlain(rawPath) ? Optional.empty() : refusalOfOthers(rawPath);
    }

    /** Nearly all paths are such, and the door and a service look at each: letters, digits and marks between single slashes. */
    private static boolean isPlain(String path) {
        boolean afterSlash = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean slash = c == '/';
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                    || c == '_';
            if (!plain && (!slash || afterSlash)) {
                return false;
            }
            afterSlash = slash;
        }
        return true;
    }

    private static Optional<String> refusalOfOthers(String rawPath) {
        return forbiddenText(rawPath.toLowerCase(Locale.ROOT)).or(() -> forbiddenSegment(rawPath))
                .or(() -> illegalCharacter(rawPath));
    }

    private static Optional<String> forbiddenText(String lowerCasePath) {
        for (String forbidden : new String[]{";", "//", "\\", "%2f", "%5c", "%3b", "%00"}) {
            if (lowerCasePath.contains(forbidden)) {
                return refused("contains \"" + forbidden + "\"");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> forbiddenSegment(String rawPath) {
        for (String segment : rawPath.split("/", -1)) {
            if (segment.replaceAll("(?i)%2e", ".").equals("..")) {
                return refused("has a segment \"" + segment + "\"");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> illegalCharacter(String rawPath) {
        boolean illegal = rawPath.chars().anyMatch(c -> c <= ' ' || c == '#' || c == 0x7f);
        if (illegal) {
            return refused("contains a blank, a \"#\" or a control character");
        }
        return BROKEN_ESCAPE.matcher(rawPath).find()
                ? refused("contains a \"%\" that is not followed by two hexadecimal digits")
                : Optional.empty();
    }

    private static Optional<String> refused(String why) {
        return Optional.of("The path " + why + ", which Prefstream refuses because it can be read in more than one way."
                + " Send the plain path as the documentation shows it.");
    }
}
