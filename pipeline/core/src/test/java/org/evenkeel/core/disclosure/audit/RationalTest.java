package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Property
    void ofResidue_anySmallFraction_isFoundAgainInLowestTerms(
            @ForAll @LongRange(min = -Rational.LARGEST, max = Rational.LARGEST) long numerator,
            @ForAll @LongRange(min = 1, max = Rational.LARGEST) long denominator) {
        long residue = PrimeField.times(PrimeField.of(numerator), PrimeField.inverse(denominator));
        long divisor = Rational.greatestDivisor(Math.abs(numerator), denominator);
        assertThat(Rational.ofResidue(residue)).contains(new Rational(numerator / divisor, denominator / divisor));
    }

    @Test
    void ofResidue_numberTooLargeToTell_isAbsent() {
        long large = 3 * Rational.LARGEST + 1;
        long residue = PrimeField.times(large, PrimeField.inverse(3 * Rational.LARGEST + 2));
        assertThat(Rational.ofResidue(residue)).isEmpty();
    }

    @Test
    void value_halves_areExact() {
        assertThat(new Rational(-3, 2).value()).isEqualTo(-1.5);
    }

    @Test
    void greatestDivisor_ofZero_isTheOther() {
        assertThat(Rational.greatestDivisor(0, 7)).isEqualTo(7);
        assertThat(Rational.greatestDivisor(12, 18)).isEqualTo(6);
    }

    /** Euclid stops at the first remainder that is small enough: the largest numbers that can be told are told. */
    @Test
    void ofResidue_largestNumbersThatCanBeTold_areTold() {
        assertThat(Rational.ofResidue(Rational.LARGEST)).contains(new Rational(Rational.LARGEST, 1));
        assertThat(Rational.ofResidue(PrimeField.inverse(Rational.LARGEST)))
                .contains(new Rational(1, Rational.LARGEST));
        assertThat(Rational.ofResidue(0)).contains(new Rational(0, 1));
        assertThat(Rational.ofResidue(PrimeField.of(-1))).contains(new Rational(-1, 1));
    }
}
