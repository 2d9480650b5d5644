package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * A value of a labeling configuration, as Label Studio's front end reads it:
 *
 * <ul>
 * <li>{@code $key} is that value of the task's data, whatever its type;
 * <li>{@code $a.b.c} and {@code $list[0].text} lead into nested data; a key that itself contains the dots wins;
 * <li>{@code Task ($topic): $prompt} is a text in which each variable is filled in;
 * <li>any other text is literal; so is {@code $} alone, and {@code $5} within a text.
 * </ul>
 *
 * <p>A value that begins with {@code $} and is no path, such as {@code $my key}, means the key {@code my key} where the data
 * has it, and is a text with variables otherwise.
 */
public final class ValueExpression {

    private static final Pattern PATH = Pattern.compile("\\$([\\w-]+(?:\\.[\\w-]+|\\[\\d+])*)",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}_]\\w*(?:\\.\\w+|\\[\\d+])*)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final String written;
    private final @Nullable String path;
    private final List<String> variables;

    private ValueExpression(String written, @Nullable String path, List<String> variables) {
        this.written = written;
        this.path = path;
        this.variables = variables;
    }

    /** {@return the expression that a value is} */
    public static ValueExpression of(String written) {
        Matcher whole = PATH.matcher(written);
        if (whole.matches()) {
            return new ValueExpression(written, whole.group(1), List.of(whole.group(1)));
        }
        List<String> variables = VARIABLE.matcher(written).results().map(found -> found.group(1)).distinct().toList();
        return new ValueExpression(written, null, variables);
    }

    /** {@return whether anything of the task's data is shown} */
    public boolean hasVariables() {
        return !variables.isEmpty();
    }

    /** {@return the paths that it names, without the {@code $}, in the order written, each once} */
    public List<String> variables() {
        return variables;
    }

    /** {@return the key of the data that it shows as a whole, if it is {@code $key}; nothing for all other forms} */
    public Optional<String> key() {
        return Optional.ofNullable(path).filter(only -> only.indexOf('.') < 0 && only.indexOf('[') < 0);
    }

    /** {@return what it shows of that data; null where the data lacks it} */
    public @Nullable Object read(Map<String, Object> data) {
        String whole = wholeKey(data);
        if (whole != null) {
            return DataPath.read(data, whole);
        }
        return variables.isEmpty() ? written : filled(data);
    }

    /** {@return the first path that the data lacks or has as null, without the {@code $}} */
    public Optional<String> missingIn(Map<String, Object> data) {
        return paths(data).stream().filter(one -> DataPath.read(data, one) == null).findFirst();
    }

    /** {@return the paths that it reads from that data} */
    List<String> paths(Map<String, Object> data) {
        String whole = wholeKey(data);
        return whole == null ? variables : List.of(whole);
    }

    /** What follows the {@code $} is one path, or a key that the data has. */
    private @Nullable String wholeKey(Map<String, Object> data) {
        if (path != null) {
            return path;
        }
        boolean isKey = written.length() > 1 && written.charAt(0) == '$' && data.containsKey(written.substring(1));
        return isKey ? written.substring(1) : null;
    }

    private String filled(Map<String, Object> data) {
        return VARIABLE.matcher(written)
                .replaceAll(variable -> Matcher.quoteReplacement(text(DataPath.read(data, variable.group(1)))));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : Json.write(value);
    }

    /** {@return the same expressions once each, in their order} */
    static List<ValueExpression> all(List<String> written) {
        List<ValueExpression> all = new ArrayList<>();
        written.stream().distinct().map(ValueExpression::of).forEach(all::add);
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueExpression same && same.written.equals(written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
