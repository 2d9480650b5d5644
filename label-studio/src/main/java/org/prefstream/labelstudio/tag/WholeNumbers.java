package org.prefstream.labelstudio.tag;

import java.math.BigInteger;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Tells the whole numbers of JSON from its other values, however wide the type that they were read into. */
public final class WholeNumbers {

    private WholeNumbers() {
    }

    /** {@return the value, if it was written in JSON as a whole number: {@code 2}, not {@code 2.0} and not {@code "2"}} */
    static Optional<BigInteger> of(@Nullable Object value) {
        if (value instanceof BigInteger big) {
            return Optional.of(big);
        }
        return value instanceof Number number && (number instanceof Integer || number instanceof Long)
                ? Optional.of(BigInteger.valueOf(number.longValue()))
                : Optional.empty();
    }

    /** {@return the id of something as results write it: a text, or a whole number} */
    public static Optional<String> id(@Nullable Object id) {
        return id instanceof String text ? Optional.of(text) : of(id).map(Object::toString);
    }

    /** {@return the value, if it is a whole number within those bounds} */
    public static Optional<Integer> within(int lowest, int highest, @Nullable Object value) {
        return of(value).filter(number -> number.compareTo(BigInteger.valueOf(lowest)) >= 0)
                .filter(number -> number.compareTo(BigInteger.valueOf(highest)) <= 0)
                .map(BigInteger::intValueExact);
    }
}
