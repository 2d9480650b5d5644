package org.prefstream.labelstudio.view;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

/**
 * A number that Label Studio holds as a 64-bit float and writes as Python does: with the fewest digits that mean the same
 * float, always with a point or an exponent ({@code 2.0}, {@code 12.5}, {@code 1e+16}).
 *
 * @param digits the significant digits, and where the point stands
 */
@JsonSerialize(using = FloatNumber.Serializer.class)
public record FloatNumber(BigDecimal digits) {

    /** With so many digits or fewer, different numbers are different floats. */
    private static final int DIGITS_EXACT = 15;

    /** Any more digits cannot tell two floats apart. */
    private static final int DIGITS_MAX = 17;

    /** {@return the number as a float; null where there is none} */
    public static @Nullable FloatNumber of(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return new FloatNumber(stripped.precision() <= DIGITS_EXACT ? stripped : shortest(number.doubleValue()));
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < DIGITS_MAX; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** {@return the number in JSON} */
    public String json() {
        return text("%se%+d");
    }

    /** {@return the number in a table, where Python writes at least two digits of an exponent} */
    public String csv() {
        return text("%se%+03d");
    }

    private String text(String withExponent) {
        int exponent = digits.precision() - digits.scale() - 1;
        if (digits.signum() != 0 && (exponent < -4 || exponent >= 16)) {
            return withExponent.formatted(digits.movePointLeft(exponent).stripTrailingZeros().toPlainString(),
                    exponent);
        }
        return (digits.scale() < 1 ? digits.setScale(1) : digits).toPlainString();
    }

    /** Writes {@link #json()}, which no type of Jackson's own does. */
    static final class Serializer extends StdSerializer<FloatNumber> {

        private static final long serialVersionUID = 1L;

        Serializer() {
            super(FloatNumber.class);
        }

        @Override
        public void serialize(FloatNumber number, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(number.json());
        }
    }
}
