package org.prefstream.task.generation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.prefstream.labelstudio.error.ProblemException;

/**
 * Where a model server's API begins, such as {@code http://models:8000/v1}. It is taken only if it can be read in one way.
 *
 * @param written as it was given, without slashes at its end
 * @param host a name, or an address; IPv6 without brackets
 */
record ModelAddress(String written, boolean isEncrypted, String host, int port, String path) {

    private static final int LONGEST = 1_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String CHAT = "/chat/completions";
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    /** {@return the address; refuses with a 400 what is none} */
    static ModelAddress of(String sent) {
        String written = sent.strip().replaceAll("/+$", "");
        try {
            URI uri = new URI(written);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (written.length() > LONGEST || uri.getHost() == null || !scheme.matches("https?")) {
                throw refused(
                        "Must be the address of an OpenAI-compatible API, such as https://models.example.org/v1.");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw refused("Leave out user names, and what follows on ? and #. The key has a field of its own.");
            }
            if (!PLAIN_PATH.matcher(uri.getRawPath()).matches() || uri.getRawPath().contains("/.")) {
                throw refused("Its path may have letters, digits, '.', '_', '~' and '-' only.");
            }
            if (uri.getRawPath().endsWith(CHAT)) {
                throw refused("Leave out " + CHAT + " at its end: it is added.");
            }
            boolean encrypted = scheme.equals("https");
            int port = uri.getPort() < 0 ? encrypted ? HTTPS : HTTP : uri.getPort();
            return new ModelAddress(written, encrypted,
                    uri.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT), port, uri.getRawPath());
        } catch (URISyntaxException e) {
            throw refused("Must be an address such as https://models.example.org/v1.");
        }
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid("base_url", why);
    }

    /** {@return the address in one spelling} */
    String whole() {
        return origin() + path;
    }

    /** {@return scheme, host and port} */
    String origin() {
        return (isEncrypted ? "https://" : "http://") + authority();
    }

    /** {@return host and port, as an operator lists them} */
    String authority() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    String chatPath() {
        return path + CHAT;
    }
}
