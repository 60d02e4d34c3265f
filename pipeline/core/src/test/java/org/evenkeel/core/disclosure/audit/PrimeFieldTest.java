package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PrimeFieldTest {
    private static final long LAST = PrimeField.PRIME - 1;
    private static final BigInteger PRIME = BigInteger.valueOf(PrimeField.PRIME);

    @Property
    void arithmetic_anyResidues_agreesWithBigIntegers(
            @ForAll @LongRange(min = 0, max = LAST) long left, @ForAll @LongRange(min = 0, max = LAST) long right) {
        BigInteger one = BigInteger.valueOf(left);
        BigInteger other = BigInteger.valueOf(right);
        assertThat(PrimeField.plus(left, right))
                .isEqualTo(one.add(other).mod(PRIME).longValueExact());
        assertThat(PrimeField.minus(left, right))
                .isEqualTo(one.subtract(other).mod(PRIME).longValueExact());
        assertThat(PrimeField.times(left, right))
                .isEqualTo(one.multiply(other).mod(PRIME).longValueExact());
    }

    @Property
    void inverse_anyResidueButZero_timesItselfIsOne(@ForAll @LongRange(min = 1, max = LAST) long residue) {
        assertThat(PrimeField.times(residue, PrimeField.inverse(residue))).isEqualTo(1);
    }

    @Test
    void arithmetic_atTheEnds_staysBelowThePrime() {
        assertThat(PrimeField.plus(LAST, 1)).isZero();
        assertThat(PrimeField.minus(0, 1)).isEqualTo(LAST);
        assertThat(PrimeField.minus(5, 5)).isZero();
        assertThat(PrimeField.times(LAST, LAST)).isEqualTo(1);
        assertThat(PrimeField.of(-1)).isEqualTo(LAST);
        assertThat(PrimeField.of(0)).isZero();
        assertThat(PrimeField.of(PrimeField.PRIME)).isZero();
    }

    @Test
    void inverse_ofZero_isRefused() {
        assertThatThrownBy(() -> PrimeField.inverse(0)).isInstanceOf(ArithmeticException.class);
    }
}
