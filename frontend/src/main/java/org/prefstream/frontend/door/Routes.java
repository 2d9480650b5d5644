package org.prefstream.frontend.door;

import static org.prefstream.frontend.door.Destination.ANNOTATION_SERVICE;
import static org.prefstream.frontend.door.Destination.EXPORT_SERVICE;
import static org.prefstream.frontend.door.Destination.HEALTH;
import static org.prefstream.frontend.door.Destination.IMAGE;
import static org.prefstream.frontend.door.Destination.IMAGE_SOURCES;
import static org.prefstream.frontend.door.Destination.NOT_FOUND;
import static org.prefstream.frontend.door.Destination.TASK_SERVICE;
import static org.prefstream.frontend.door.Destination.VERSION;
import static org.prefstream.frontend.door.Destination.WEB_UI;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides where a request goes: to the destination of the first entry in the table that matches its path. {@code *}
 * stands for one segment. {@code **} at the end stands for any number of segments, also for none. A slash at the end of
 * the path makes no difference.
 *
 * <p>Services share the paths below a project and below a task, so each of these paths has an entry. Every other prefix
 * belongs to one service. A path below {@code /api} that no other entry matches does not exist. The task service says so,
 * because it finds out first who asks; a stranger is told nothing.
 */
final class Routes {

    private static final List<Route> TABLE = List.of(any("/api/projects/*/next", ANNOTATION_SERVICE),
            any("/api/projects/*/leases", ANNOTATION_SERVICE), any("/api/leases/**", ANNOTATION_SERVICE),
            any("/api/tasks/*/annotations", ANNOTATION_SERVICE), any("/api/annotations/*/snapshots", EXPORT_SERVICE),
            any("/api/annotations/**", ANNOTATION_SERVICE), any("/api/tasks/*/drafts", ANNOTATION_SERVICE),
            any("/api/tasks/*/annotations/*/drafts", ANNOTATION_SERVICE), any("/api/drafts/**", ANNOTATION_SERVICE),
            any("/api/projects/*/judgements/**", ANNOTATION_SERVICE), any("/api/judgements/**", ANNOTATION_SERVICE),
            any("/api/projects/preview", ANNOTATION_SERVICE),

            any("/api/projects/*/export/**", EXPORT_SERVICE), any("/api/projects/*/stream", EXPORT_SERVICE),
            any("/api/projects/*/stream/page", EXPORT_SERVICE), any("/api/projects/*/statistics", EXPORT_SERVICE),
            any("/api/projects/*/statistics/stream", EXPORT_SERVICE),
            any("/api/projects/*/snapshots/**", EXPORT_SERVICE), any("/api/projects/*/targets", EXPORT_SERVICE),
            any("/api/projects/*/schedules/**", EXPORT_SERVICE),

            any("/api/projects", TASK_SERVICE), any("/api/projects/*", TASK_SERVICE),
            any("/api/projects/*/import", TASK_SERVICE), any("/api/projects/*/imports/**", TASK_SERVICE),
            any("/api/projects/*/members/**", TASK_SERVICE), any("/api/projects/*/tasks", TASK_SERVICE),
            any("/api/projects/*/validate", TASK_SERVICE), any("/api/tasks", TASK_SERVICE),
            any("/api/tasks/*", TASK_SERVICE), any("/api/tasks/*/history", TASK_SERVICE),
            any("/api/users/**", TASK_SERVICE), any("/api/invitations/**", TASK_SERVICE),
            any("/api/invite/**", TASK_SERVICE), any("/api/current-user/**", TASK_SERVICE),
            any("/api/organizations/**", TASK_SERVICE), any("/api/templates/**", TASK_SERVICE),
            any("/api/dm/**", TASK_SERVICE), any("/api/predictions/**", TASK_SERVICE),
            any("/api/projects/*/model-versions", TASK_SERVICE), any("/api/projects/*/summary", TASK_SERVICE),
            any("/api/projects/*/guidelines/**", TASK_SERVICE), any("/api/projects/*/sample-task", TASK_SERVICE),
            any("/api/projects/*/import/predictions", TASK_SERVICE), any("/api/projects/*/generation/**", TASK_SERVICE),
            any("/api/projects/*/generate", TASK_SERVICE), any("/api/projects/*/generations/**", TASK_SERVICE),
            any("/api/tasks/*/generated-answers", TASK_SERVICE), any("/api/version", TASK_SERVICE),
            post("/user/login", TASK_SERVICE), post("/user/logout", TASK_SERVICE),

            any("/health", HEALTH), any("/api/health", HEALTH), any("/version", VERSION), any("/images", IMAGE),
            any("/images/sources", IMAGE_SOURCES),

            any("/api/**", TASK_SERVICE), any("/internal/**", NOT_FOUND), any("/q/**", NOT_FOUND), any("/**", WEB_UI));

    /** Whole imports and exports, of whatever size. */
    private static final List<Route> BULK = List.of(any("/api/projects/*/export/**", EXPORT_SERVICE),
            any("/api/projects/*/snapshots/*/export", EXPORT_SERVICE), any("/api/projects/*/snapshots", EXPORT_SERVICE),
            any("/api/projects/*/import", TASK_SERVICE));
    /** Answers that go on until their client leaves, and pieces that are waited for. */
    private static final List<Route> LIVE = List.of(any("/api/projects/*/stream", EXPORT_SERVICE),
            any("/api/projects/*/stream/page", EXPORT_SERVICE),
            any("/api/projects/*/statistics/stream", EXPORT_SERVICE));
    private static final Route CLAIM = any("/api/projects/*/leases", ANNOTATION_SERVICE);

    private Routes() {
    }

    /**
     * {@return where a request goes}
     *
     * @param method the HTTP method in capitals
     * @param rawPath the path as the client sent it: percent-encoded and without the query
     */
    static Destination destination(String method, String rawPath) {
        List<String> segments = segments(rawPath);
        for (Route route : TABLE) {
            if (route.matches(method, segments)) {
                return route.destination();
            }
        }
        throw new IllegalStateException("the last entry matches every path");
    }

    /** {@return whether a request moves a whole import or export, of whatever size, or freezes as much} */
    static boolean isBulk(String rawPath) {
        return isOneOf(BULK, rawPath);
    }

    /** {@return whether the path is that of a stream, whose answer goes on until its client leaves, or of a piece that is waited for} */
    static boolean isLive(String rawPath) {
        return isOneOf(LIVE, rawPath);
    }

    private static boolean isOneOf(List<Route> routes, String rawPath) {
        List<String> segments = segments(rawPath);
        return routes.stream().anyMatch(route -> route.matches("", segments));
    }

    /** {@return whether the path is that of claims, which may wait for tasks} */
    static boolean isClaim(String rawPath) {
        return CLAIM.matches("", segments(rawPath));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static Route any(String pattern, Destination destination) {
        return Route.of("", segments(pattern), destination);
    }

    private static Route post(String pattern, Destination destination) {
        return Route.of("POST", segments(pattern), destination);
    }

    /**
     * One entry of the table.
     *
     * @param method an empty one stands for every method
     * @param fixed the segments before {@code **}, or all
     * @param open whether any number of segments may follow
     */
    private record Route(String method, List<String> fixed, boolean open, Destination destination) {

        static Route of(String method, List<String> pattern, Destination destination) {
            boolean open = pattern.get(pattern.size() - 1).equals("**");
            return new Route(method, List.copyOf(open ? pattern.subList(0, pattern.size() - 1) : pattern), open,
                    destination);
        }

        boolean matches(String requestMethod, List<String> segments) {
            return (method.isEmpty() || method.equals(requestMethod))
                    && (open ? segments.size() >= fixed.size() : segments.size() == fixed.size())
                    && fixedPartMatches(segments);
        }

        private boolean fixedPartMatches(List<String> segments) {
            for (int i = 0; i < fixed.size(); i++) {
                if (!fixed.get(i).equals("*") && !fixed.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
