package org.prefstream.task.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.problem.ProblemException;
import org.prefstream.task.importing.CompactJson;
import org.prefstream.task.importing.ImportInvalid;

/** The members of a request's JSON object. Each is asked for by its type; a refusal names it. */
public final class Fields {

    private final Map<String, Object> members;

    private Fields(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 if it is no JSON object or holds text that cannot be stored
     */
    public static Fields parse(String body) {
        if (body.isBlank()) {
            return new Fields(Map.of());
        }
        try {
            return new Fields(CompactJson.readObject(body));
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof ImportInvalid refused
                    ? refusal(refused)
                    : new ProblemException(400, "malformed-body", "Malformed request body",
                            "JSON parse error - the body must be one JSON object");
        }
    }

    /** {@return what the parsers of imports refused, as a problem} */
    public static ProblemException refusal(ImportInvalid refused) {
        String field = refused.field();
        List<ProblemException.Violation> violations = field == null
                ? List.of()
                : List.of(new ProblemException.Violation(field, refused.message()));
        String slug = switch (refused.status()) {
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> "invalid-request";
        };
        return new ProblemException(refused.status(), slug, "Invalid request", refused.message(), violations);
    }

    /** {@return whether the member was sent, be it null} */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** {@return the member as it was sent; null where absent} */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /** {@return the text; empty where absent or null} */
    public Optional<String> text(String name, int longest) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw ProblemException.invalid(name, "Not a valid string.");
        }
        if (text.codePointCount(0, text.length()) > longest) {
            throw ProblemException.invalid(name, "Ensure this field has no more than " + longest + " characters.");
        }
        return Optional.of(text);
    }

    /** {@return the flag; empty where absent or null} */
    public Optional<Boolean> flag(String name) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw ProblemException.invalid(name, "Must be a valid boolean.");
    }

    /** {@return the whole number; empty where absent or null} */
    public Optional<Long> whole(String name, long least, long most) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Long number = asLong(value);
        if (number == null) {
            throw ProblemException.invalid(name, "A valid integer is required.");
        }
        if (number < least || number > most) {
            throw ProblemException.invalid(name, "Must be from " + least + " to " + most + ".");
        }
        return Optional.of(number);
    }

    /** {@return the id; refuses where absent or null} */
    public long id(String name) {
        return whole(name, 1, Long.MAX_VALUE)
                .orElseThrow(() -> ProblemException.invalid(name, "This field is required."));
    }

    /** {@return one of the texts allowed; empty where absent or null} */
    public Optional<String> choice(String name, Set<String> allowed) {
        Optional<String> text = text(name, 100);
        if (text.isPresent() && !allowed.contains(text.get())) {
            List<String> sorted = new ArrayList<>(allowed);
            sorted.sort(null);
            throw ProblemException.invalid(name,
                    "\"" + text.get() + "\" is not a valid choice. Use one of " + String.join(", ", sorted) + ".");
        }
        return text;
    }

    /** {@return the object; empty where absent or null} */
    public Optional<Map<String, Object>> object(String name) {
        Object value = members.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Map<String, Object> object = CompactJson.asObject(value);
        if (object == null) {
            throw ProblemException.invalid(name, "Must be a JSON object.");
        }
        return Optional.of(object);
    }

    private static @Nullable Long asLong(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        return value instanceof String text && text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
