package org.prefstream.frontend.door;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A host with its port, as it stands in a link; a default port is left out. */
record Authority(String host, String port) {

    private static final Pattern FORM = Pattern
            .compile("([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
    private static final Pattern LOOPBACK = Pattern
            .compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /** {@return what a header says, if it has the form of a host} */
    static Optional<Authority> parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? Optional.of(new Authority(form.group(1).toLowerCase(Locale.ROOT),
                        form.group(2) == null ? "" : form.group(2)))
                : Optional.empty();
    }

    /** {@return the authority of an address, whose IPv6 hosts are written without brackets} */
    static Authority of(String host, int port) {
        String plain = host.contains("%") ? host.substring(0, host.indexOf('%')) : host;
        return new Authority(plain.contains(":") && !plain.startsWith("[") ? "[" + plain + "]" : plain,
                port < 0 ? "" : Integer.toString(port));
    }

    /** {@return whether the name means the machine that asks} */
    boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return port.isEmpty() ? host : host + ":" + port;
    }
}
