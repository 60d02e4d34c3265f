package org.evenkeel.app.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.StudyFile;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.Forgotten;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.intake.RosterFile;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.LakeVersion;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;

/** What every stage of a run works with: the study, its stores and the run's own number. */
final class Desk {
    private final Configuration configuration;
    private final Surroundings surroundings;
    private final Mart mart;
    private final BatchJob.Rows rows;
    private final long runNo;

    Desk(Configuration configuration, Surroundings surroundings, Mart mart, BatchJob.Rows rows) {
        this(configuration, surroundings, mart, rows, 0);
    }

    private Desk(Configuration configuration, Surroundings surroundings, Mart mart, BatchJob.Rows rows, long runNo) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.mart = mart;
        this.rows = rows;
        this.runNo = runNo;
    }

    Desk in(Run run) {
        return new Desk(configuration, surroundings, mart, rows, run.runNo());
    }

    Configuration configuration() {
        return configuration;
    }

    Study study() {
        return configuration.study();
    }

    Catalogue catalogue() {
        return configuration.catalogue();
    }

    Path folder() {
        return configuration.folder();
    }

    Mart mart() {
        return mart;
    }

    long runNo() {
        return runNo;
    }

    String version() {
        return surroundings.version();
    }

    void say(String line) {
        surroundings.progress().say(line);
    }

    Instant now() {
        return surroundings.clock().instant();
    }

    /** The study's key. A study that has taken nothing in yet and has none is given one. */
    PseudonymKey key() {
        Path file = StudyFile.key(folder());
        boolean none = !surroundings.environment().containsKey(PseudonymKey.VARIABLE) && !Files.exists(file);
        if (none && currentFolders().isEmpty()) {
            PseudonymKey.generate(new SecureRandom()).write(file);
            say("Made the study's key: " + file + ". Keep it; respondents are known by it.");
        }
        return PseudonymKey.load(file, surroundings.environment());
    }

    /** The lake, which refuses to touch what is current. */
    Lake lake(List<LakeFolder> current) {
        return new Lake(rows.session(), folder().resolve("lake")).protecting(current);
    }

    /** The folders that are current; none before anything was taken in. */
    List<LakeFolder> currentFolders() {
        return mart.reading(sql -> new Ledger(sql)
                .currentLake().map(LakeVersion::folders).orElse(List.of()).stream()
                        .map(Desk::folder)
                        .toList());
    }

    /** The number of the lake version that the next commit makes. */
    long nextVersion() {
        return 1
                + mart.reading(sql -> new Ledger(sql)
                        .currentLake()
                        .map(LakeVersion::versionNo)
                        .orElse(0L));
    }

    /** The name of what the next commit makes current. */
    String nextBatch() {
        return String.format(Locale.ROOT, "v%06d", nextVersion());
    }

    /** The vault beside the lake. */
    Vault vault() {
        return new Vault(folder());
    }

    /** Deletes what of the lake is not current. */
    void sweepLake(List<LakeFolder> current) {
        Lake.sweep(folder().resolve("lake"), current);
    }

    /** The instant before which nothing is kept: what the study says of the newest response, and what went already. */
    Optional<Instant> retentionLimit(Optional<Instant> asOf) {
        return mart.reading(sql -> {
            Ledger ledger = new Ledger(sql);
            Optional<Instant> newest = ledger.exports().stream()
                    .flatMap(export -> export.newest().stream())
                    .max(Comparator.naturalOrder());
            Optional<Instant> gone = ledger.erasures().stream()
                    .flatMap(erasure -> erasure.before().stream())
                    .max(Comparator.naturalOrder());
            Optional<Instant> due = configuration
                    .file()
                    .retention()
                    .flatMap(retention -> asOf.or(() -> newest)
                            .map(instant ->
                                    retention.before(instant, study().calendar().zone())));
            return Stream.of(gone, due).flatMap(Optional::stream).max(Comparator.naturalOrder());
        });
    }

    /** Who and what must not come in: withdrawn respondents, and what retention no longer keeps. */
    Forgotten forgotten(Optional<Instant> asOf) {
        Forgotten withdrawn = vault().withdrawn(currentFolders()).orElse(Forgotten.NOTHING);
        return retentionLimit(asOf).map(withdrawn::before).orElse(withdrawn);
    }

    /** The name of the user account that runs the program, as the environment has it. */
    String user() {
        return Stream.of("USER", "LOGNAME", "USERNAME")
                .flatMap(name -> Optional.ofNullable(surroundings.environment().get(name)).stream())
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("unknown");
    }

    /** A file as messages name it: relative to the study where it lies in it. */
    String shown(Path file) {
        return file.startsWith(folder())
                ? folder().relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
    }

    /** The roster file's lines, where the study has one. */
    List<RosterEntry> rosterEntries() {
        return study().roster() instanceof Roster.FromFile file
                ? RosterFile.read(
                                folder().resolve(file.path()),
                                study().cohorts().attributes(),
                                file.idSpace(),
                                study().calendar(),
                                key(),
                                SourcePlan.labelsOf(study()))
                        .entries()
                : List.of();
    }

    /** How the study's reports look. */
    Presentation presentation() {
        return configuration.file().presentation();
    }

    /** SHA-256 of the study file, the logo, all instruments it can ask and the means of others it is compared with. */
    String configurationHash() {
        List<String> lines = new ArrayList<>();
        lines.add("study " + Hashes.ofFile(folder().resolve(StudyFile.NAME)));
        presentation().logo().ifPresent(logo -> lines.add("logo " + Hashes.of(logo.content())));
        lines.addAll(Hashes.ofYamlFiles(surroundings.home().resolve("conf").resolve(Configuration.INSTRUMENTS)));
        lines.addAll(Hashes.ofYamlFiles(folder().resolve(Configuration.INSTRUMENTS)));
        configuration
                .benchmarkFiles()
                .forEach(file -> lines.add("benchmark " + file.getFileName() + " " + Hashes.ofFile(file)));
        return Hashes.ofLines(lines);
    }

    /** The source with this id. */
    Source source(String id) {
        return study().sources().stream()
                .filter(source -> source.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source '" + id + "' in the study"));
    }

    static List<LakeFolder> of(LakeDataset dataset, List<LakeFolder> folders) {
        return folders.stream().filter(folder -> folder.holds(dataset)).toList();
    }

    static org.evenkeel.sql.ledger.LakeFolder row(LakeFolder folder) {
        return new org.evenkeel.sql.ledger.LakeFolder(
                folder.folder(),
                folder.dataset(),
                Optional.of(folder.source()).filter(source -> !source.isEmpty()),
                Optional.of(folder.term()).filter(term -> !term.isEmpty()),
                folder.rows(),
                folder.fingerprint());
    }

    static LakeFolder folder(org.evenkeel.sql.ledger.LakeFolder row) {
        return new LakeFolder(
                row.dataset(),
                row.source().orElse(""),
                row.term().orElse(""),
                row.folder(),
                row.rows(),
                row.fingerprint());
    }
}
