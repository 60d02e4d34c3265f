package org.evenkeel.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.Forgotten;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.spark.lake.LakeFolder;

/**
 * What is kept for good and read by the pipeline alone: the list of withdrawn respondents, as keyed digests. Like a folder
 * of the lake it is written once and current only when the ledger names it.
 */
final class Vault {
    private static final String WITHDRAWALS = "withdrawals";

    private final Path study;

    Vault(Path study) {
        this.study = study;
    }

    static boolean isWithdrawals(LakeFolder folder) {
        return folder.dataset().equals(WITHDRAWALS);
    }

    /** The list that is current, where anybody has ever withdrawn. */
    Optional<Forgotten> withdrawn(List<LakeFolder> current) {
        return current.stream().filter(Vault::isWithdrawals).findFirst().map(list -> {
            if (!Files.exists(keyFile())) {
                throw new UsageProblem(keyFile()
                        + ": the key of the list of withdrawn respondents is not there. Bring the file back from where it"
                        + " is kept; without it, withdrawn respondents would come in again.");
            }
            return Forgotten.read(root().resolve(list.folder()), PseudonymKey.read(keyFile()));
        });
    }

    /** A list of nobody, under the list's key, which is made when it is first needed. */
    Forgotten empty() {
        if (!Files.exists(keyFile())) {
            PseudonymKey.generate(new SecureRandom()).write(keyFile());
        }
        return Forgotten.under(PseudonymKey.read(keyFile()));
    }

    /** Writes a list; it is current when the ledger names it. */
    LakeFolder write(Forgotten withdrawn, String batch) {
        String name = WITHDRAWALS + "/" + batch + ".txt";
        Path file = root().resolve(name);
        withdrawn.write(file);
        return new LakeFolder(
                WITHDRAWALS, "", "", name, withdrawn.digests().size(), Hashes.ofFile(file));
    }

    /** Deletes the lists that are not current. */
    void sweep(List<LakeFolder> current) {
        Path lists = root().resolve(WITHDRAWALS);
        if (!Files.isDirectory(lists)) {
            return;
        }
        try (Stream<Path> files = Files.list(lists)) {
            for (Path file : files.toList()) {
                if (current.stream().noneMatch(list -> root().resolve(list.folder()).equals(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path root() {
        return study.resolve("vault");
    }

    private Path keyFile() {
        return StudyFile.withdrawalKey(study);
    }
}
