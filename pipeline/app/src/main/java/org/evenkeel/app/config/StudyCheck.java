package org.evenkeel.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.ExportReader;
import org.evenkeel.intake.ExportReport;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.words.Messages;

/**
 * What a study is and what its exports would give, found without taking anything in.
 *
 * @param lines what was found, to be read
 * @param configurationRefusals what must be mended before anything can be taken in
 * @param dataRefusals why exports would be refused
 */
public record StudyCheck(List<String> lines, List<String> configurationRefusals, List<String> dataRefusals) {
    private static final int MOST_COLUMNS_NAMED = 8;
    private static final int LONGEST_NAME = 60;

    public StudyCheck {
        lines = List.copyOf(lines);
        configurationRefusals = List.copyOf(configurationRefusals);
        dataRefusals = List.copyOf(dataRefusals);
    }

    /** Reads everything of the study there is to read. */
    public static StudyCheck of(Configuration configuration, ExportReader reader, Map<String, String> environment) {
        Study study = configuration.study();
        List<String> lines = new ArrayList<>();
        List<String> configurationRefusals = new ArrayList<>();
        List<String> dataRefusals = new ArrayList<>();
        lines.add("study        " + study.name());
        lines.add("instruments  " + configuration.catalogue().instruments().size()
                + " known, the worked examples of each come out right");
        for (BenchmarkUse use : BenchmarkUse.of(study, configuration.catalogue())) {
            lines.add("benchmark    " + account(use));
        }
        for (Term term : study.calendar().terms()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "term         %s, %s to %s, cut-off %s, %s",
                    term.id(),
                    term.days().from(),
                    term.days().to(),
                    term.cutOff(),
                    headcount(study.headcounts(), term)));
        }
        lines.add("reports      " + look(configuration.file().presentation()));
        colours(configuration.file().presentation())
                .corrections()
                .forEach(correction -> lines.add("  warning: " + correction.warning(Messages.of(Locale.UK))));
        if (isNew(configuration, environment)) {
            lines.add("key          none yet; the first run makes one");
        } else {
            try {
                PseudonymKey key = PseudonymKey.load(StudyFile.key(configuration.folder()), environment);
                lines.add("key          " + key.fingerprint());
            } catch (UsageProblem refused) {
                configurationRefusals.add(String.valueOf(refused.getMessage()));
            }
        }
        for (Source source : study.sources()) {
            lines.add("");
            lines.add("source       " + source.id() + ", " + rhythm(source));
            SourcePlan plan = SourcePlans.of(study, configuration.catalogue(), source);
            List<Path> files = ExportFiles.of(configuration.folder(), source);
            if (files.isEmpty()) {
                lines.add("  no file matches " + String.join(", ", source.exports()));
            }
            for (Path file : files) {
                Path shown = file.startsWith(configuration.folder())
                        ? configuration.folder().relativize(file)
                        : file;
                lines.add("  " + shown);
                try {
                    lines.addAll(account(reader.inspect(file, plan)));
                } catch (DataProblem refused) {
                    lines.add("    refused, nothing of it would be taken in");
                    dataRefusals.add(String.valueOf(refused.getMessage()));
                }
            }
        }
        return new StudyCheck(lines, configurationRefusals, dataRefusals);
    }

    /** Throws what must be mended, all of it at once; does nothing where there is none. */
    public void throwIfRefused() {
        List<String> all = new ArrayList<>(configurationRefusals);
        all.addAll(dataRefusals);
        if (!configurationRefusals.isEmpty()) {
            throw new UsageProblem(String.join("\n", all));
        }
        if (!dataRefusals.isEmpty()) {
            throw new DataProblem(String.join("\n", all));
        }
    }

    private static boolean isNew(Configuration configuration, Map<String, String> environment) {
        return !environment.containsKey(PseudonymKey.VARIABLE)
                && !Files.exists(StudyFile.key(configuration.folder()))
                && !Files.exists(configuration.folder().resolve("lake"));
    }

    private static String look(Presentation presentation) {
        long helping = presentation.contacts().stream()
                .filter(contact -> contact.purpose() == Presentation.Contact.Purpose.CRISIS)
                .count();
        return "in " + presentation.language().tag() + ", on "
                + switch (presentation.paper()) {
                    case A4 -> "A4";
                    case LETTER -> "US Letter";
                }
                + ", "
                + (presentation.logo().isPresent() ? "with the school's logo" : "without a logo") + ", "
                + counted(presentation.colours().size(), "colour") + ", "
                + counted(presentation.contacts().size(), "contact") + ", " + helping + " of them for a crisis";
    }

    private static Scheme colours(Presentation presentation) {
        return Scheme.of(
                presentation.colours().stream().map(Presentation.Colour::code).toList());
    }

    private static String account(BenchmarkUse use) {
        String population =
                use.benchmark().population() + ", " + use.benchmark().year();
        return use.benchmark().name() + " (" + population + "), "
                + (use.measures().isEmpty()
                        ? "not drawn: " + String.join("; ", use.reasons())
                        : "drawn beside "
                                + use.measures().stream().map(Measure::key).collect(Collectors.joining(", ")));
    }

    private static String headcount(Headcounts headcounts, Term term) {
        var students = headcounts.students(term.id(), Map.of());
        return students.isPresent() ? students.getAsLong() + " students" : "no headcount";
    }

    private static String rhythm(Source source) {
        return switch (source.rhythm()) {
            case SURVEY -> "a survey once a term";
            case CHECK_IN -> "check-ins again and again";
        };
    }

    /** What an export is and what it gives, to be read. */
    public static List<String> account(ExportReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("    " + report.format() + ": " + report.certainty().label() + ", known by " + report.recognisedBy());
        lines.add("    " + report.encoding() + ", " + report.delimiter() + ", "
                + counted(report.headerRows(), "header row") + ", times in " + report.zone());
        String rejected = report.rejected().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + reason.getKey().label())
                .collect(Collectors.joining(", "));
        lines.add("    " + report.rows() + " rows: " + report.kept() + " kept"
                + (rejected.isEmpty() ? "" : ", rejected " + rejected));
        report.quality().forEach(line -> lines.add("    " + line));
        lines.add("    " + counted(report.mapped().size(), "column") + " read: " + named(report.mapped()));
        lines.add("    " + counted(report.unmapped().size(), "column") + " not read"
                + (report.unmapped().isEmpty() ? "" : ": " + named(report.unmapped())));
        if (!report.dropped().isEmpty()) {
            lines.add("    " + report.dropped().size() + " of the platform's own dropped unread: "
                    + named(report.dropped()));
        }
        report.newest().ifPresent(newest -> lines.add("    newest response " + newest));
        report.notes().forEach(note -> lines.add("    " + note));
        return lines;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String named(List<String> columns) {
        String first = columns.stream()
                .limit(MOST_COLUMNS_NAMED)
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
                .collect(Collectors.joining(", "));
        int more = columns.size() - MOST_COLUMNS_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
