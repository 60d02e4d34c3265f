package org.evenkeel.app.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.core.disclosure.Certification;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.audit.Outsider;
import org.evenkeel.core.disclosure.audit.Protection;
import org.evenkeel.core.study.Measure;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.ledger.LakeVersion;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;

/**
 * Attacks everything a study has released: as an outsider, who has the release schema and nothing else, and with the proof made again
 * from who stood behind each release. What a period says is published once, so that no two releases can be subtracted from each other.
 */
final class Audit {
    private static final int MOST_RECIPES = 5;

    private final Configuration configuration;
    private final Mart mart;
    private final List<String> lines = new ArrayList<>();
    private final List<String> breaches = new ArrayList<>();

    private Audit(Configuration configuration, Mart mart) {
        this.configuration = configuration;
        this.mart = mart;
    }

    /** Attacks the study's releases. */
    static AuditOutcome of(Configuration configuration, Mart mart) {
        return new Audit(configuration, mart).outcome();
    }

    private AuditOutcome outcome() {
        List<PublishedRelease> releases = mart.reading(sql -> {
            Releases all = new Releases(sql);
            return all.list().stream()
                    .filter(header ->
                            header.study().equals(configuration.study().name()))
                    .map(ReleaseHeader::id)
                    .flatMap(id -> all.find(id).stream())
                    .toList();
        });
        for (PublishedRelease release : releases) {
            ShownTables tables = ShownTables.of(release);
            lines.add(String.format(
                    Locale.ROOT,
                    "release   %s: %,d shown figures of %,d sources and measures in their periods",
                    release.header().id(),
                    tables.figures(),
                    tables.keys().size()));
            outsider(release.header(), tables);
            certificate(release.header(), tables);
        }
        int threshold = releases.stream()
                .mapToInt(release -> release.header().threshold())
                .min()
                .orElse(configuration.study().threshold());
        lines.add(
                releases.isEmpty()
                        ? "nothing   is released yet, so there is nothing to attack"
                        : breaches.isEmpty()
                                ? "safe      nothing that can be computed from "
                                        + (releases.size() == 1
                                                ? "the release"
                                                : "the " + releases.size() + " releases")
                                        + " rests on fewer than " + threshold + " respondents"
                                : "NOT SAFE  " + breaches.size() + " findings must not be; tell nobody the figures they"
                                        + " rest on, and take the reports back");
        return new AuditOutcome(lines, breaches);
    }

    /** A group he can compute from the figures of a source or measure in a period. */
    private record Found(Crowds.Key key, Outsider.Computable group) {}

    private void outsider(ReleaseHeader header, ShownTables tables) {
        List<Found> found = new ArrayList<>();
        List<ShownTables.Bounded> bounded = new ArrayList<>();
        int untried = 0;
        for (Crowds.Key key : tables.keys()) {
            tables.computable(key).forEach(group -> found.add(new Found(key, group)));
            Optional<List<ShownTables.Bounded>> bounds = tables.bounds(key);
            bounds.ifPresent(bounded::addAll);
            untried += bounds.isEmpty() ? 1 : 0;
        }
        found.sort(Comparator.comparing(one -> one.group().respondents()));
        lines.add(
                found.isEmpty()
                        ? "outsider  no group that is not shown can be computed"
                        : String.format(
                                Locale.ROOT,
                                "outsider  %,d groups that are not shown can be computed; the smallest has %,d respondents",
                                found.size(),
                                found.get(0).group().respondents()));
        for (int place = 0; place < found.size(); place++) {
            String recipe = recipe(tables, found.get(place));
            boolean breach = found.get(place).group().respondents() < header.threshold();
            if (breach) {
                breaches.add(recipe);
            }
            if (breach || place < MOST_RECIPES) {
                lines.add("          " + recipe);
            }
        }
        if (found.size() > MOST_RECIPES) {
            lines.add(String.format(Locale.ROOT, "          and %,d larger ones", found.size() - MOST_RECIPES));
        }
        Comparator<ShownTables.Bounded> narrowest = Comparator.comparing(ShownTables.Bounded::share);
        bounded.stream()
                .min(narrowest)
                .ifPresent(one -> lines.add(String.format(
                        Locale.ROOT,
                        "          narrowest mean of a group that is not shown, of %,d: %s",
                        bounded.size(),
                        interval(tables, one))));
        List<ShownTables.Bounded> close = bounded.stream()
                .filter(one -> one.share() < Protection.SHARE_OF_SCALE)
                .filter(tables::isSurelySmall)
                .sorted(narrowest)
                .toList();
        if (close.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "          no group that has surely fewer than %d respondents has its mean known to within %.0f%% of its scale",
                    header.threshold(),
                    100 * Protection.SHARE_OF_SCALE));
        }
        close.forEach(one -> {
            String what = "fewer than " + header.threshold() + " respondents: " + interval(tables, one);
            breaches.add(what);
            lines.add("          " + what);
        });
        if (untried > 0) {
            lines.add("          not tried for " + untried
                    + " of them, whose cohorts combine too many values: means by inequalities");
        }
    }

    private static String interval(ShownTables tables, ShownTables.Bounded bounded) {
        return String.format(
                Locale.ROOT,
                "%s between %.2f and %.2f on a scale of %s to %s, %.0f%% of it   [%s, %s]",
                tables.name(bounded.group()),
                bounded.lowest(),
                bounded.highest(),
                bounded.measure().lowest().toPlainString(),
                bounded.measure().highest().toPlainString(),
                100 * bounded.share(),
                bounded.measure().key(),
                bounded.key().period());
    }

    private static String recipe(ShownTables tables, Found found) {
        return String.format(
                Locale.ROOT,
                "%s (%,d respondents) = %s   [%s, %s]",
                tables.name(found.group().cohort()),
                found.group().respondents(),
                found.group().words(),
                found.key()
                        .measure()
                        .map(Measure::key)
                        .orElse(found.key().source().value()),
                found.key().period());
    }

    private void certificate(ReleaseHeader header, ShownTables tables) {
        Optional<Membership> membership = new Vault(configuration.folder())
                .membership(
                        mart.reading(sql -> new Ledger(sql)
                                .currentLake().map(LakeVersion::folders).orElse(List.of()).stream()
                                        .map(Desk::folder)
                                        .toList()),
                        header.id());
        if (membership.isEmpty()) {
            breaches.add(header.id() + ": the vault does not know who stood behind it");
            lines.add("certified nothing: the vault does not know who stood behind " + header.id());
            return;
        }
        List<Certification.Verdict> verdicts =
                Certification.of(membership.get().crowds(), tables.cohorts(), header.threshold());
        List<Certification.Verdict> open =
                verdicts.stream().filter(verdict -> !verdict.isProved()).toList();
        lines.add(String.format(
                Locale.ROOT,
                "certified %,d of %,d: everything that can be computed from them rests on at least %d respondents",
                verdicts.size() - open.size(),
                verdicts.size(),
                header.threshold()));
        open.forEach(verdict -> {
            String what = header.id() + ": no proof for "
                    + verdict.key()
                            .measure()
                            .map(Measure::key)
                            .orElse(verdict.key().source().value())
                    + ", " + verdict.key().period();
            breaches.add(what);
            lines.add("          " + what);
        });
    }
}
