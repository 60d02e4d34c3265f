package org.evenkeel.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.Forgotten;
import org.evenkeel.intake.OwnersFile;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.spark.lake.Erasing;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.LakeProblems;

/**
 * What is kept for good and read by the pipeline alone: the list of withdrawn respondents, as keyed digests, and how many
 * respondents of each profile are gone from a term that was published with them, and who stood behind each release. Like a folder of the lake, a file of it is
 * written once and current only when the ledger names it.
 */
final class Vault {
    private static final String WITHDRAWALS = "withdrawals";
    private static final String GONE = "gone";
    private static final String MEMBERSHIP = "membership";

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

    private static void write(Path file, byte[] bytes) {
        LakeProblems.inWords(file, () -> OwnersFile.write(file, bytes));
    }

    /** Writes a list; it is current when the ledger names it. */
    LakeFolder write(Forgotten withdrawn, String batch) {
        String name = WITHDRAWALS + "/" + batch + ".txt";
        Path file = root().resolve(name);
        write(file, withdrawn.bytes());
        return new LakeFolder(WITHDRAWALS, "", "", name, withdrawn.digests().size(), Hashes.ofFile(file));
    }

    /**
     * Writes how many respondents are gone, where any are: present in a release, and in none after it. What was published
     * rests on them; an audit across releases counts them and names nobody.
     */
    Optional<LakeFolder> write(List<Erasing.Gone> gone, String batch) {
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder("source,term,profile,respondents\n");
        gone.forEach(one -> lines.append(one.source())
                .append(',')
                .append(one.term())
                .append(',')
                .append(one.profile())
                .append(',')
                .append(one.respondents())
                .append('\n'));
        String name = GONE + "/" + batch + ".csv";
        Path file = root().resolve(name);
        write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.of(new LakeFolder(GONE, "", "", name, gone.size(), Hashes.ofFile(file)));
    }

    /** Writes who stood behind a release, under its id; current when the ledger names it. */
    LakeFolder write(Membership membership, TermId term, String release) {
        String name = membershipOf(release);
        Path file = root().resolve(name);
        write(file, membership.bytes(term));
        return new LakeFolder(
                MEMBERSHIP, "", term.value(), name, membership.crowds().byKey().size(), Hashes.ofFile(file));
    }

    /** Who stood behind a release. Absent where the ledger names no such file; a file that is not what was written is refused. */
    Optional<Membership> membership(List<LakeFolder> current, String release) {
        return current.stream()
                .filter(folder ->
                        folder.dataset().equals(MEMBERSHIP) && folder.folder().equals(membershipOf(release)))
                .findFirst()
                .map(folder -> {
                    Path file = root().resolve(folder.folder());
                    if (!Files.exists(file) || !Hashes.ofFile(file).equals(folder.fingerprint())) {
                        throw new UsageProblem(file
                                + ": who stood behind the release is not as it was written. Bring the file back from where"
                                + " the study is kept; without it, the release cannot be certified again.");
                    }
                    try {
                        return Membership.read(Files.readAllBytes(file));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
    }

    private static String membershipOf(String release) {
        return MEMBERSHIP + "/" + release + ".json";
    }

    /** Deletes its lists and counts that are not current. */
    void sweep(List<LakeFolder> current) {
        for (String own : List.of(WITHDRAWALS, GONE, MEMBERSHIP)) {
            Path folder = root().resolve(own);
            if (Files.isDirectory(folder)) {
                sweep(folder, current);
            }
        }
    }

    private void sweep(Path folder, List<LakeFolder> current) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (current.stream()
                        .noneMatch(list -> root().resolve(list.folder()).equals(file))) {
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
