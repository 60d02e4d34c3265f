package org.evenkeel.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.ReleaseCadence;
import org.evenkeel.core.study.ReleaseCadence.TermRelease;
import org.evenkeel.core.study.ReleaseCadence.WeeklyRelease;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.HeadcountFile;

/**
 * A study as its folder declares it.
 *
 * @param folder the study's folder
 * @param study what {@code study.yaml} says
 * @param mart where its mart is
 * @param retention how long rows of people are kept; absent means for good
 * @param presentation how its reports look
 * @param benchmarks the published means of others that it names, beside those in its folder
 */
public record StudyFile(
        Path folder,
        Study study,
        MartLocation mart,
        Optional<Retention> retention,
        Presentation presentation,
        List<BenchmarkFiles.Named> benchmarks) {
    public StudyFile {
        benchmarks = List.copyOf(benchmarks);
    }

    /** The file's name in the study's folder. */
    public static final String NAME = "study.yaml";

    /** The id space of sources that name none. */
    public static final String ID_SPACE = "study";

    /** Where a study keeps the key of its pseudonyms. */
    public static Path key(Path folder) {
        return folder.resolve("secret").resolve("key");
    }

    /** Where a study keeps the key of its list of withdrawn respondents. */
    public static Path withdrawalKey(Path folder) {
        return folder.resolve("secret").resolve("withdrawal-key");
    }

    /**
     * Reads a study.
     *
     * @param folderOrFile its folder, or the YAML file in it
     * @param catalogue the instruments it may ask
     * @throws UsageProblem with everything that is wrong with it, a line each
     */
    public static StudyFile load(Path folderOrFile, Catalogue catalogue) {
        Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(NAME) : folderOrFile;
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem(file + ": there is no study here. Name a folder that holds a " + NAME
                    + ", or make one with: evenkeel init " + folderOrFile);
        }
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        Problems problems = new Problems();
        Optional<YamlMapping> root = YamlDocument.read(file, problems).flatMap(YamlNode::mapping);
        Optional<StudyFile> study = root.flatMap(mapping -> new Reader(problems, folder, catalogue).read(mapping));
        problems.throwIfAny();
        return study.orElseThrow(() -> new IllegalStateException("a study without problems was not made"));
    }

    private record Reader(Problems problems, Path folder, Catalogue catalogue) {
        Optional<StudyFile> read(YamlMapping root) {
            root.allowOnly(Keys.STUDY);
            Optional<String> name = root.need("study").flatMap(YamlNode::name);
            Optional<SchoolCalendar> calendar = new CalendarReader(problems).read(root);
            Coverage coverage = root.find("census")
                    .flatMap(YamlNode::truth)
                    .map(everyone -> everyone ? Coverage.CENSUS : Coverage.SAMPLE)
                    .orElse(Coverage.SAMPLE);
            ReleaseCadence cadence = cadence(root);
            CohortPlan cohorts = new CohortReader(problems).read(root);
            List<Source> sources = new SourceReader(problems, catalogue, cohorts.attributes()).read(root);
            Roster roster = roster(root, sources);
            int threshold = threshold(root);
            Optional<String> simulated = root.find("simulated").flatMap(YamlNode::name);
            MartLocation mart = mart(root);
            Optional<Retention> retention = retention(root);
            Presentation presentation = new PresentationReader(problems, folder).read(root);
            List<BenchmarkFiles.Named> benchmarks = benchmarks(root);
            Headcounts headcounts = headcounts(root, cohorts, calendar);
            if (coverage == Coverage.CENSUS && root.find("headcounts").isEmpty()) {
                problems.add(
                        root.placeOf("census"),
                        "a census needs headcounts: name a headcounts file, or leave census out");
            }
            return problems.none()
                    ? problems.attempt(
                            root.place(),
                            () -> new StudyFile(
                                    folder,
                                    new Study(
                                            name.orElseThrow(),
                                            calendar.orElseThrow(),
                                            coverage,
                                            cadence,
                                            roster,
                                            cohorts,
                                            headcounts,
                                            sources,
                                            threshold,
                                            simulated),
                                    mart,
                                    retention,
                                    presentation,
                                    benchmarks))
                    : Optional.empty();
        }

        private static List<BenchmarkFiles.Named> benchmarks(YamlMapping root) {
            return root.find("benchmarks").map(YamlNode::oneOrMore).orElse(List.of()).stream()
                    .flatMap(node -> node.name().map(name -> new BenchmarkFiles.Named(name, node.place())).stream())
                    .toList();
        }

        private Optional<Retention> retention(YamlMapping root) {
            return root.find("retention").flatMap(YamlNode::mapping).flatMap(mapping -> {
                mapping.allowOnly(Keys.RETENTION);
                return mapping.need("rows").flatMap(node -> node.as(Retention::parse));
            });
        }

        private int threshold(YamlMapping root) {
            Optional<YamlNode> node = root.find("threshold");
            int threshold = node.flatMap(YamlNode::wholeNumber).orElse(Study.LEAST_THRESHOLD);
            if (threshold < Study.LEAST_THRESHOLD) {
                node.ifPresent(low -> low.problem("the threshold may be raised above " + Study.LEAST_THRESHOLD
                        + " respondents, never lowered. Value given: " + threshold));
            }
            return threshold;
        }

        private ReleaseCadence cadence(YamlMapping root) {
            Optional<YamlMapping> releases = root.find("releases").flatMap(YamlNode::mapping);
            releases.ifPresent(mapping -> mapping.allowOnly(Keys.RELEASES));
            TermRelease term = releases.flatMap(mapping -> mapping.find("term"))
                    .flatMap(node -> node.oneOf(TermRelease.class))
                    .orElse(TermRelease.CUT_OFF);
            WeeklyRelease weekly = releases.flatMap(mapping -> mapping.find("weekly"))
                    .flatMap(node -> node.oneOf(WeeklyRelease.class))
                    .orElse(WeeklyRelease.TERM);
            return new ReleaseCadence(term, weekly);
        }

        private Roster roster(YamlMapping root, List<Source> sources) {
            return root.find("roster")
                    .flatMap(YamlNode::mapping)
                    .flatMap(mapping -> {
                        mapping.allowOnly(Keys.ROSTER);
                        Optional<YamlNode> from = mapping.find("from");
                        Optional<YamlNode> file = mapping.find("file");
                        if (from.isPresent() == file.isPresent()) {
                            problems.add(
                                    mapping.place(),
                                    "a roster is either from: a source, or file: a CSV file; leave it out where every source holds its own attributes");
                            return Optional.<Roster>empty();
                        }
                        return from.isPresent()
                                ? fromSource(mapping, from.get(), sources)
                                : file.flatMap(node -> fromFile(mapping, node, root, sources));
                    })
                    .orElse(new Roster.OwnColumns());
        }

        private Optional<Roster> fromSource(YamlMapping mapping, YamlNode node, List<Source> sources) {
            mapping.find("id-space")
                    .ifPresent(unused -> unused.problem("the id-space is that of the source; leave it out"));
            Optional<String> name = node.name();
            Optional<Source> source = name.flatMap(id -> sources.stream()
                    .filter(known -> known.id().value().equals(id))
                    .findFirst());
            if (source.isEmpty()) {
                List<String> known =
                        sources.stream().map(Source::id).map(SourceId::value).toList();
                name.ifPresent(id -> node.problem("there is no source '" + id + "' that can be a roster"
                        + Suggestion.nearest(id, known)
                                .map(near -> ", did you mean '" + near + "'?")
                                .orElse("; there are " + String.join(", ", known))));
                return Optional.empty();
            }
            if (source.get().respondents() instanceof Respondents.Unlinked) {
                node.problem("source " + source.get().id()
                        + " has respondent: none, so it cannot tell other sources who is who");
            }
            return source.map(from -> new Roster.FromSource(from.id()));
        }

        private Optional<Roster> fromFile(YamlMapping mapping, YamlNode node, YamlMapping root, List<Source> sources) {
            String space = mapping.find("id-space").flatMap(YamlNode::name).orElse(ID_SPACE);
            Optional<String> path = node.name();
            path.filter(file -> !Files.isRegularFile(folder.resolve(file)))
                    .ifPresent(file -> node.problem("there is no file '" + file + "' in the study's folder"));
            Set<String> spaces = new TreeSet<>();
            for (Source source : sources) {
                boolean unlinked = source.respondents() instanceof Respondents.Unlinked;
                if (unlinked && source.attributes().isEmpty()) {
                    problems.add(
                            sourcePlace(root, source),
                            "source " + source.id() + " has respondent: none, so a roster file cannot say who its"
                                    + " respondents are; name the columns of its own attributes, or its respondents");
                }
                if (source.respondents() instanceof Respondents.Identified identified) {
                    spaces.add(identified.idSpace());
                }
            }
            if (!spaces.isEmpty() && !spaces.contains(space)) {
                node.problem(
                        "no source has the id-space '" + space + "' of this roster" + Suggestion.phrase(space, spaces)
                                + (Suggestion.nearest(space, spaces).isEmpty()
                                        ? "; there are " + String.join(", ", spaces)
                                        : ""));
            }
            return path.map(file -> new Roster.FromFile(file, space));
        }

        private static Place sourcePlace(YamlMapping root, Source source) {
            return root.find("sources")
                    .flatMap(YamlNode::mapping)
                    .map(sources -> sources.placeOf(source.id().value()))
                    .orElse(root.place());
        }

        private MartLocation mart(YamlMapping root) {
            MartLocation embedded = new MartLocation.Embedded(folder.resolve("mart"));
            return root.find("mart")
                    .flatMap(YamlNode::mapping)
                    .flatMap(mapping -> {
                        mapping.allowOnly(Keys.MART);
                        Optional<String> user = mapping.find("user").flatMap(YamlNode::name);
                        Optional<Secret> password =
                                mapping.find("password").flatMap(node -> node.as(text -> Secret.parse(text, folder)));
                        return mapping.need("url")
                                .flatMap(Reader::server)
                                .<MartLocation>map(url -> new MartLocation.Server(url, user, password));
                    })
                    .orElse(embedded);
        }

        private static Optional<String> server(YamlNode node) {
            return node.name().filter(url -> {
                boolean known = url.startsWith("jdbc:postgresql:");
                if (!known) {
                    node.problem("a mart on a server is PostgreSQL: jdbc:postgresql://host/database; leave mart out"
                            + " for a database in the study's folder");
                } else if (url.contains("password=")) {
                    node.problem("a secret does not stand in the study: give the password under its own key");
                }
                return known;
            });
        }

        private Headcounts headcounts(YamlMapping root, CohortPlan cohorts, Optional<SchoolCalendar> calendar) {
            Optional<YamlNode> node = root.find("headcounts");
            Optional<String> name = node.flatMap(YamlNode::name);
            if (node.isEmpty() || name.isEmpty()) {
                return Headcounts.NONE;
            }
            Path file = folder.resolve(name.get());
            if (!Files.isRegularFile(file)) {
                node.get().problem("there is no file '" + name.get() + "' in the study's folder");
                return Headcounts.NONE;
            }
            if (calendar.isEmpty()) {
                return Headcounts.NONE;
            }
            try {
                Headcounts headcounts = HeadcountFile.read(file, cohorts.attributes(), calendar.get());
                joinable(root, cohorts, headcounts);
                return headcounts;
            } catch (Problem refused) {
                node.get().problem(String.valueOf(refused.getMessage()));
                return Headcounts.NONE;
            }
        }

        /** A roll-up of a value that nobody has is a slip of the pen. */
        private void joinable(YamlMapping root, CohortPlan cohorts, Headcounts headcounts) {
            cohorts.rollUps().forEach((attribute, sets) -> {
                if (headcounts.attributes().contains(attribute)) {
                    Set<String> counted = headcounts.rows().stream()
                            .flatMap(row -> Optional.ofNullable(row.values().get(attribute)).stream())
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> unknown = new LinkedHashSet<>();
                    sets.forEach(unknown::addAll);
                    unknown.removeAll(counted);
                    new TreeSet<>(unknown)
                            .forEach(value -> problems.add(
                                    rollUpPlace(root, attribute),
                                    "the headcounts know no " + attribute + " '" + value + "'; they have "
                                            + String.join(", ", counted)));
                }
            });
        }

        private static Place rollUpPlace(YamlMapping root, AttributeId attribute) {
            return root.find("cohorts")
                    .flatMap(YamlNode::mapping)
                    .flatMap(cohorts -> cohorts.find("roll-up"))
                    .flatMap(YamlNode::mapping)
                    .map(mapping -> mapping.placeOf(attribute.value()))
                    .orElse(root.place());
        }
    }
}
