package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymKeyTest {
    @TempDir
    Path folder;

    @Test
    void write_newFile_opensToItsOwnerAloneAndReadsBack() throws IOException {
        Path file = folder.resolve("secret").resolve("key");
        PseudonymKey key = PseudonymKey.generate(new SecureRandom());
        key.write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(PseudonymKey.read(file)).isEqualTo(key);
    }

    @Test
    void write_whereAKeyIs_refusesAndLeavesIt() {
        Path file = folder.resolve("key");
        Plans.KEY.write(file);
        PseudonymKey other = PseudonymKey.generate(new SecureRandom());
        assertThatThrownBy(() -> other.write(file))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("never overwritten");
        assertThat(PseudonymKey.read(file)).isEqualTo(Plans.KEY);
    }

    @Test
    void read_openToOthers_refusesAndSaysWhatToRun() throws IOException {
        Path file = folder.resolve("key");
        Plans.KEY.write(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> PseudonymKey.read(file))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("rw-r-----")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void load_environmentVariable_comesBeforeTheFileInHexOrBase64() {
        byte[] secret = Plans.KEY.secret();
        Path absent = folder.resolve("key");
        String hex = HexFormat.of().formatHex(secret);
        String base64 = Base64.getEncoder().encodeToString(secret);
        assertThat(PseudonymKey.load(absent, Map.of(PseudonymKey.VARIABLE, hex)))
                .isEqualTo(Plans.KEY);
        assertThat(PseudonymKey.load(absent, Map.of(PseudonymKey.VARIABLE, base64)))
                .isEqualTo(Plans.KEY);
        assertThatThrownBy(() -> PseudonymKey.load(absent, Map.of())).hasMessageContaining("not there");
        assertThatThrownBy(() -> PseudonymKey.load(absent, Map.of(PseudonymKey.VARIABLE, "swordfish")))
                .hasMessageContaining("not a key")
                .hasMessageNotContaining("swordfish");
    }

    @Test
    void toString_anyKey_showsNothingOfIt() {
        assertThat(Plans.KEY).hasToString("PseudonymKey[****]");
        assertThat(Plans.KEY.fingerprint()).matches("[0-9a-f]{8}");
        assertThat(HexFormat.of().formatHex(Plans.KEY.secret())).doesNotContain(Plans.KEY.fingerprint());
    }

    @Test
    void serialise_thereAndBack_isTheSameKey() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Plans.KEY);
            out.writeObject(Plans.identified("id", new org.evenkeel.core.study.Columns.NamedLikeItems()));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(Plans.KEY);
            assertThat(in.readObject())
                    .isEqualTo(Plans.identified("id", new org.evenkeel.core.study.Columns.NamedLikeItems()));
        }
    }
}
