package org.prefstream.kit.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonRefused;
import org.prefstream.labelstudio.json.StrictJson;
import org.prefstream.labelstudio.view.ErrorView;

/**
 * The members of a JSON object, or the fields of a form, that a client sent. A caller asks for each by its type. A value of
 * another type is refused with a 400 that names the field. A member that is absent or null gives an empty answer.
 *
 * <p>A form has only texts. They are read as Label Studio reads them: numbers and flags from their text, objects from JSON
 * text. A blank text counts as not sent, unless a text is asked for.
 *
 * @param members the values that were sent, by name
 * @param form whether this was a form
 */
public record Fields(Map<String, Object> members, boolean form) {

    private static final int CHOICE_LONGEST = 100;
    private static final int NUMBER_LONGEST = 100;
    /** What the JVM needs for a small object, and for its place in another one. */
    private static final long OBJECT_BYTES = 48;

    /**
     * {@return the members of a body, which must be a JSON object; none for a blank body}
     *
     * @throws ProblemException 400 if the body is no JSON object or holds what cannot be stored, 413 if it is too large
     */
    public static Fields of(String body) {
        try {
            return new Fields(body.isBlank() ? Map.of() : StrictJson.readObject(body), false);
        } catch (JsonRefused refused) {
            throw switch (refused.kind()) {
                case SYNTAX -> new ProblemException(ProblemType.MALFORMED_BODY, refused.message());
                case VALUE -> ProblemException.invalid(refused.place().orElse(ErrorView.NO_FIELD), refused.reason());
                case SIZE -> ProblemException.tooLarge("The body cannot be taken: " + refused.message());
            };
        }
    }

    /** {@return the fields of a form, whose values are texts} */
    public static Fields ofForm(Map<String, Object> texts) {
        return new Fields(texts, true);
    }

    /** {@return all members as compact JSON; an equal request gives the same text} */
    public String canonical() {
        return Json.write(members);
    }

    /** {@return about how many bytes of memory the members take} */
    public long bytes() {
        return bytes(members);
    }

    private static long bytes(@Nullable Object value) {
        if (value instanceof String text) {
            return OBJECT_BYTES + text.length();
        }
        if (value instanceof Map<?, ?> object) {
            return OBJECT_BYTES + object.entrySet()
                    .stream()
                    .mapToLong(member -> bytes(member.getKey()) + bytes(member.getValue()))
                    .sum();
        }
        return OBJECT_BYTES + (value instanceof List<?> list ? list.stream().mapToLong(Fields::bytes).sum() : 0);
    }

    /** {@return whether the member was sent, even as null} */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** {@return the member as it was sent; null where absent} */
    public @Nullable Object get(String name) {
        return members.get(name);
    }

    /** {@return the flag} */
    public Optional<Boolean> flag(String name) {
        Object value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Boolean> flag = value instanceof Boolean sent
                ? Optional.of(sent)
                : form ? Flags.of(value.toString()) : Optional.empty();
        if (flag.isEmpty()) {
            throw ProblemException.invalid(name, "Must be a valid boolean.");
        }
        return flag;
    }

    /** {@return the whole number, which may have been sent as a text of digits} */
    public Optional<Long> whole(String name) {
        Object value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Integer || value instanceof Long) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof String text && text.matches("-?[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(text));
        }
        throw ProblemException.invalid(name, "A valid integer is required.");
    }

    /** {@return the whole number, which must be within the bounds} */
    public Optional<Long> whole(String name, long least, long most) {
        Optional<Long> number = whole(name);
        if (number.isPresent() && (number.get() < least || number.get() > most)) {
            throw ProblemException.invalid(name, "Must be from " + least + " to " + most + ".");
        }
        return number;
    }

    /** {@return the id, which is at least 1; refused where it is absent or null} */
    public long id(String name) {
        return whole(name, 1, Long.MAX_VALUE)
                .orElseThrow(() -> ProblemException.invalid(name, "This field is required."));
    }

    /** {@return the number, which must be zero or more and below 10^15} */
    public Optional<BigDecimal> notNegative(String name) {
        Object value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        BigDecimal number = form ? decimal(value.toString()) : Json.asNumber(value);
        if (number == null || number.signum() < 0 || number.precision() - number.scale() > 15 || number.scale() > 30) {
            throw ProblemException.invalid(name, "A number of zero or more is required, below 10^15.");
        }
        return Optional.of(number);
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            // Java would take digits of every script
            return text.length() > NUMBER_LONGEST || !text.strip().matches("[0-9eE.+-]+")
                    ? null
                    : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@return the text} */
    public Optional<String> text(String name) {
        Object value = members.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw ProblemException.invalid(name, "Not a valid string.");
    }

    /** {@return the text, which must have no more code points than that} */
    public Optional<String> text(String name, int longest) {
        Optional<String> text = text(name);
        if (text.isPresent() && text.get().codePointCount(0, text.get().length()) > longest) {
            throw ProblemException.invalid(name, "Ensure this field has no more than " + longest + " characters.");
        }
        return text;
    }

    /** {@return the text, which must be one of those allowed} */
    public Optional<String> choice(String name, Set<String> allowed) {
        Optional<String> text = text(name, CHOICE_LONGEST);
        if (text.isPresent() && !allowed.contains(text.get())) {
            throw ProblemException.invalid(name, "\"" + text.get() + "\" is not a valid choice. Use one of "
                    + String.join(", ", allowed.stream().sorted().toList()) + ".");
        }
        return text;
    }

    /** {@return the UUID} */
    public Optional<UUID> uuid(String name) {
        Optional<String> text = form && valueOf(name) == null ? Optional.empty() : text(name);
        try {
            if (text.isEmpty() || text.get().length() == 36) {
                return text.map(UUID::fromString);
            }
        } catch (IllegalArgumentException e) {
            // told below, with the rest
        }
        throw ProblemException.invalid(name, "Must be a valid UUID, such as 7f1c1a3e-3c55-4b6a-9f0e-2f6f0c1d2a3b.");
    }

    /** {@return the object} */
    public Optional<Map<String, Object>> object(String name) {
        Object value = json(name).orElse(null);
        Map<String, Object> object = Json.asObject(value);
        if (value != null && object == null) {
            throw ProblemException.invalid(name, "Must be a JSON object.");
        }
        return Optional.ofNullable(object);
    }

    /** {@return the texts of a JSON array, which must have no more of them than that; none where it is absent} */
    public List<String> texts(String name, int most) {
        Object value = json(name).orElse(List.of());
        if (value instanceof List<?> list && list.size() <= most && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw ProblemException.invalid(name, "Must be a list of strings, " + most + " at most.");
    }

    /** {@return the JSON value; in a form it is read from the field's text} */
    public Optional<Object> json(String name) {
        try {
            Object value = valueOf(name);
            return Optional.ofNullable(form && value instanceof String text ? StrictJson.read(text) : value);
        } catch (JsonRefused refused) {
            throw ProblemException.invalid(name, "Value must be valid JSON: " + refused.message());
        }
    }

    /** {@return the member; null where it is absent, which a form also says by a blank text} */
    private @Nullable Object valueOf(String name) {
        Object value = members.get(name);
        return form && value instanceof String text && text.isBlank() ? null : value;
    }
}
