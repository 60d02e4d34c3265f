package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.study.SourceId;
import org.junit.jupiter.api.Test;

class PseudonymiserTest {
    private final Pseudonymiser pseudonymiser = new Pseudonymiser(Plans.KEY);

    /** Computed with another implementation of HMAC-SHA256 under the key 00 01 … 1f. */
    @Test
    void person_knownVector_isItsFirstSixteenBytes() {
        assertThat(pseudonymiser.person("students", "ab12345"))
                .isEqualTo(new Pseudonym(0x61429841aadd6f5eL, 0xa8f412d38679d480L));
        assertThat(pseudonymiser.person("other", "ab12345"))
                .isEqualTo(new Pseudonym(0x4443cab9577b4d55L, 0xb06f041096630613L));
    }

    @Test
    void response_knownVector_isItsFirstSixteenBytes() {
        assertThat(pseudonymiser.response(new SourceId("term-survey"), "id\u001fR_1"))
                .isEqualTo(new Pseudonym(0x82914e4ad398d4ddL, 0xd6a5bb5b5dcf04b4L));
    }

    @Test
    void person_writtenInAnotherWay_isTheSamePerson() {
        Pseudonym expected = pseudonymiser.person("students", "ab12345");
        for (String id : new String[] {" AB12345 ", "ab-123-45", "AB_12345", "ａｂ12345", "ab\u00a012345", "ab.123/45"}) {
            assertThat(pseudonymiser.person("students", id)).isEqualTo(expected);
        }
        assertThat(pseudonymiser.person("students", "ab12346")).isNotEqualTo(expected);
    }

    @Test
    void normalise_mailAddress_keepsItsSeparators() {
        assertThat(Pseudonymiser.normalise(" A.Bee@School.example ")).isEqualTo("a.bee@school.example");
    }
}
