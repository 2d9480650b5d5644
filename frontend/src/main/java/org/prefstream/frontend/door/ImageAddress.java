package org.prefstream.frontend.door;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.prefstream.labelstudio.path.RawPath;

/**
 * The absolute address of an image, or what such addresses begin with, in the one way in which it can be read. What two programs
 * might read in two ways is refused, so that whoever compares addresses compares what will be asked for.
 *
 * @param scheme {@code https} or {@code http}
 * @param authority the host in lower case, and the port unless it is that of the scheme
 * @param path as it was written; {@code /} where none was
 * @param query as it was written, with its question mark; empty where none was
 */
record ImageAddress(String scheme, Authority authority, String path, String query) {

    private static final Pattern WRITTEN = Pattern.compile("[!-~]+");
    /** Segments of dots, and slashes and dots that are encoded more than once. */
    private static final Pattern ODD = Pattern.compile("(?i)/(\\.|%2e)+(/|$)|%(25)+(2e|2f|5c)");
    private static final int PORT_MAX = 65_535;

    /**
     * {@return the address that a text says}
     *
     * @throws IllegalArgumentException if the text is no such address, or can be read in two ways; the message is for people
     */
    static ImageAddress parse(String text) {
        URI uri = uri(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        int port = scheme.equals("https") ? 443 : 80;
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getRawFragment() != null) {
            throw odd(text);
        }
        Authority authority = Authority.parse(uri.getRawAuthority())
                .map(said -> withoutDefault(said, port, text))
                .orElseThrow(() -> odd(text));
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        if (RawPath.refusal(path).isPresent() || ODD.matcher(path).find()) {
            throw odd(text);
        }
        return new ImageAddress(scheme, authority, path, uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    /** {@return the same as the beginning of addresses: whole segments of the path} */
    ImageAddress asBeginning() {
        return path.endsWith("/") ? this : new ImageAddress(scheme, authority, path + "/", query);
    }

    /** {@return whether the address begins with another one, in whole segments of the path} */
    boolean beginsWith(ImageAddress beginning) {
        return scheme.equals(beginning.scheme) && authority.equals(beginning.authority)
                && (path + "/").startsWith(beginning.path);
    }

    /** {@return the port to connect to} */
    int port() {
        int usual = isEncrypted() ? 443 : 80;
        return authority.port().isEmpty() ? usual : Integer.parseInt(authority.port());
    }

    /** {@return the host to connect to; IPv6 addresses have no brackets there} */
    String host() {
        return authority.host().replaceAll("[\\[\\]]", "");
    }

    boolean isEncrypted() {
        return scheme.equals("https");
    }

    @Override
    public String toString() {
        return scheme + "://" + authority + path + query;
    }

    private static URI uri(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw odd(text);
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw odd(text);
        }
    }

    private static Authority withoutDefault(Authority said, int usual, String text) {
        if (said.port().isEmpty()) {
            return said;
        }
        int port = Integer.parseInt(said.port());
        if (port < 1 || port > PORT_MAX) {
            throw odd(text);
        }
        return Authority.of(said.host(), port == usual ? -1 : port);
    }

    private static IllegalArgumentException odd(String text) {
        return new IllegalArgumentException(
                "\"%s\" is no address of the web that can be read in one way only; write one such as https://images.example.org/cat.png, without a user, \"..\", \"//\", \";\", encoded slashes and a \"#\""
                        .formatted(text));
    }
}
