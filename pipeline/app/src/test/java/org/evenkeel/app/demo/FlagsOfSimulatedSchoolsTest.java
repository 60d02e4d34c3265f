package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.Disclosure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.Flags;
import org.evenkeel.core.flag.ReportedMeasure;
import org.evenkeel.core.flag.ShownFigures;
import org.evenkeel.core.flag.ShownSoFar;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.statistics.Observations;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Language;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulated schools on the whole way from scores to flags, disclosure included: the cohort that is truly worse off is flagged, and
 * a school without it is left alone. Scores are made out of the exports' text with textbook formulas.
 */
@Tag("slow")
class FlagsOfSimulatedSchoolsTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final boolean FULL =
            System.getProperty("evenkeel.proof", "sample").equals("full");
    private static final int SEEDS = FULL ? 20 : 1;
    private static final SourceId SURVEY = new SourceId("term-survey");
    private static final String WORSE = "campus=South,year=3";

    @TempDir
    Path folder = Path.of("unset");

    @Test
    void flags_ofTwentySchools_findTheWorseCohortAndNothingWhereThereIsNone() throws IOException {
        int found = 0;
        int falseRed = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            School school = School.of(folder.resolve("school-" + seed), seed);
            found += school.flags(Set.of()).stream()
                            .anyMatch(flag -> flag.cohort().key().equals(WORSE)
                                    && flag.measure().key().equals("term-survey/pss-10"))
                    ? 1
                    : 0;
            falseRed +=
                    school.flags(school.worseOff()).stream().anyMatch(flag -> flag.level() == Flag.Level.RED) ? 1 : 0;
        }
        System.out.println("proof: the worse cohort is flagged for stress in " + found + " of " + SEEDS
                + " simulated schools; without it " + falseRed + " of them have a red flag");
        assertThat(found).isGreaterThanOrEqualTo(SEEDS - SEEDS / 10);
        assertThat(falseRed).isLessThanOrEqualTo(SEEDS / 20);
    }

    /** A simulated school's first term survey. */
    private record School(
            Configuration configuration,
            Term term,
            Map<String, Profile> roster,
            Map<String, Map<String, String>> sheets,
            Set<String> worseOff) {
        static School of(Path folder, long seed) throws IOException {
            Demo demo = Demo.prepare(folder, seed, "test");
            Term term = demo.terms().get(0);
            demo.reach(term);
            WrittenSchool written = WrittenSchool.of(seed);
            return new School(
                    Configuration.load(HOME, folder),
                    term,
                    roster(folder, term),
                    written.sheets(0),
                    written.worseOff(0));
        }

        private static Map<String, Profile> roster(Path folder, Term term) throws IOException {
            List<String> lines = Files.readAllLines(folder.resolve("roster.csv"));
            List<String> names = List.of(lines.get(0).split(",", -1));
            Map<String, Profile> roster = new TreeMap<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> values = List.of(line.split(",", -1));
                if (values.get(1).equals(term.id().value())) {
                    Map<AttributeId, String> profile = new TreeMap<>();
                    for (int i = 2; i < names.size(); i++) {
                        profile.put(new AttributeId(names.get(i)), values.get(i));
                    }
                    roster.put(values.get(0), Profile.of(profile));
                }
            }
            return roster;
        }

        /** The flags of a release of the survey, as if these students had not answered. */
        List<Flag> flags(Set<String> without) {
            AskedMeasures asked = new AskedMeasures(configuration.catalogue());
            Map<Measure, Scale> measures = new LinkedHashMap<>();
            asked.of(configuration.study().source(SURVEY))
                    .forEach(scale -> measures.put(new Measure(SURVEY, scale.id()), scale));
            TermCells cells = cells(measures, without);
            Release release = new Disclosure(configuration.study().threshold(), FigureKind.STANDARD)
                    .release(
                            ReleaseSubject.of(term.id()),
                            Observations.of(
                                    configuration.study(),
                                    asked,
                                    cells,
                                    Optional.empty(),
                                    period -> period.week().isEmpty()),
                            Crowds.first(cells));
            return Flags.of(
                            ShownSoFar.first(ShownFigures.of(
                                    release, configuration.study().coverage(), term, YearLabels.UNKNOWN)),
                            measures.entrySet().stream()
                                    .map(entry -> ReportedMeasure.of(
                                            entry.getKey(), entry.getValue(), Language.BRITISH_ENGLISH))
                                    .toList(),
                            ENGLISH)
                    .flags();
        }

        private TermCells cells(Map<Measure, Scale> measures, Set<String> without) {
            List<Profile> profiles =
                    roster.values().stream().distinct().sorted().toList();
            Period period = Period.of(term.id());
            Map<CellKey, Moments> moments = new HashMap<>();
            Map<Integer, Set<String>> respondents = new HashMap<>();
            measures.forEach((measure, scale) -> WrittenSchool.scores(scale.id().value(), sheets)
                    .forEach((student, points) -> {
                        if (!without.contains(student)) {
                            int profile = profiles.indexOf(roster.get(student));
                            respondents
                                    .computeIfAbsent(profile, any -> new HashSet<>())
                                    .add(student);
                            long units = Math.round(points * scale.denominator());
                            long atRisk = scale.atRisk()
                                            .filter(rule -> rule.holds(units, scale.denominator()))
                                            .isPresent()
                                    ? 1
                                    : 0;
                            moments.merge(
                                    new CellKey(measure, period, profile), Moments.ofOne(units, atRisk), Moments::plus);
                        }
                    }));
            Map<RespondentsKey, Long> counts = new HashMap<>();
            respondents.forEach((profile, students) ->
                    counts.put(new RespondentsKey(SURVEY, period, profile), (long) students.size()));
            return new TermCells(
                    term, new Profiles(term.id(), profiles), new Cells(counts, moments, Map.of(), Map.of(), Map.of()));
        }
    }
}
