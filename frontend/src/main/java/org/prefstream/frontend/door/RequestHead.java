package org.prefstream.frontend.door;

import java.util.List;
import java.util.Optional;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.path.RawPath;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Refuses heads that two programs might read differently. How long the body is has been checked by {@link StrictDecoder}. */
final class RequestHead {

    private RequestHead() {
    }

    /** {@return why the request is refused; empty for one that may be routed} */
    static Optional<ProblemException> refusal(HttpServerRequest request, String rawPath) {
        return RawPath.refusal(rawPath)
                .map(reason -> new ProblemException(ProblemType.AMBIGUOUS_PATH, reason))
                .or(() -> hostRefusal(request));
    }

    private static Optional<ProblemException> hostRefusal(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        boolean old = request.version() == HttpVersion.HTTP_1_0 && hosts.isEmpty();
        boolean one = hosts.size() == 1 && Authority.parse(hosts.get(0)).isPresent();
        return old || one
                ? Optional.empty()
                : Optional.of(ProblemException.invalid("Host",
                        "Send the header once, with the name of the host and perhaps its port, such as prefs.example.org:8080."));
    }
}
