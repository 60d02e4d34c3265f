package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenTest {
    private static final PseudonymKey KEY = PseudonymKey.of(new byte[PseudonymKey.BYTES]);

    @TempDir
    Path folder = Path.of("unset");

    private WithdrawnRespondents people(String text) throws java.io.IOException {
        return WithdrawnRespondents.read(
                Files.writeString(folder.resolve("gone.csv"), text), Set.of("ExternalReference"));
    }

    @Test
    void respondents_oneIdALine_areReadHoweverTheyAreWritten() throws java.io.IOException {
        assertThat(people("\uFEFFM-1001\r\n\r\n m1001 \n\"M1002\"\n").size()).isEqualTo(2);
        assertThat(people("External Reference\nM1001\n").size()).isEqualTo(1);
        assertThat(people("respondent;note\nM1001;a\nM1002;\"b;c\"\n").size()).isEqualTo(2);
    }

    @Test
    void respondents_tableWithoutTheIdColumnOrNobody_areRefusedAndNobodyIsNamed() {
        assertThatThrownBy(() -> people("M1001,Doe\nM1002,Roe\n"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("ExternalReference, respondent")
                .hasMessageNotContaining("M1001");
        assertThatThrownBy(() -> people(" \n-\n"))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("no id");
    }

    @Test
    void withdrawn_people_areKnownInTheirIdSpaceOnly() throws java.io.IOException {
        Forgotten list = Forgotten.under(KEY).with(people("M1001\n"), List.of("study"));
        assertThat(list.lookup().withdrawn("study", " m-1001")).isTrue();
        assertThat(list.lookup().withdrawn("study", "M1002")).isFalse();
        assertThat(list.lookup().withdrawn("staff", "M1001")).isFalse();
        assertThat(Forgotten.NOTHING.lookup().withdrawn("study", "M1001")).isFalse();
    }

    @Test
    void digest_ofTheSamePerson_isNotTheirPseudonymEvenUnderTheSameKey() throws java.io.IOException {
        Forgotten list = Forgotten.under(KEY).with(people("M1001\n"), List.of("study"));
        Pseudonym pseudonym = new Pseudonymiser(KEY).person("study", "M1001");
        assertThat(list.digests().first()).doesNotContain(Long.toHexString(pseudonym.value()));
    }

    @Test
    void write_andRead_giveTheSameListThatHoldsNoId() throws java.io.IOException {
        Forgotten list = Forgotten.under(KEY).with(people("M1001\nM1002\n"), List.of("study"));
        Path file = folder.resolve("vault/withdrawals/v000001.txt");
        OwnersFile.write(file, list.bytes());
        assertThat(Forgotten.read(file, KEY).digests())
                .isEqualTo(list.digests())
                .hasSize(2);
        assertThat(Files.readString(file, StandardCharsets.US_ASCII)).doesNotContain("1001");
        Files.writeString(file, "half a dig");
        assertThatThrownBy(() -> Forgotten.read(file, KEY))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void tooOld_isWhatWasSubmittedBeforeTheInstant() {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        Forgotten.Lookup lookup = Forgotten.NOTHING.before(day).lookup();
        assertThat(lookup.tooOld(day.minusMillis(1))).isTrue();
        assertThat(lookup.tooOld(day)).isFalse();
    }
}
