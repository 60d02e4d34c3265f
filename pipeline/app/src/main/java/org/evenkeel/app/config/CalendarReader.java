package org.evenkeel.app.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;

/** Reads the school's zone and terms. */
final class CalendarReader {
    private record PlacedTerm(Place place, Term term) {}

    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    Optional<SchoolCalendar> read(YamlMapping study) {
        ZoneId zone = study.find("timezone").flatMap(CalendarReader::zone).orElse(ZoneOffset.UTC);
        List<YamlNode> nodes = study.need("terms").map(YamlNode::items).orElse(List.of());
        List<PlacedTerm> terms = new ArrayList<>();
        nodes.forEach(node ->
                node.mapping().flatMap(this::term).ifPresent(term -> terms.add(new PlacedTerm(node.place(), term))));
        boolean ordered = inOrder(terms);
        if (terms.isEmpty()) {
            study.find("terms")
                    .filter(node -> node.isSequence() && nodes.isEmpty())
                    .ifPresent(node -> node.problem("a study needs at least 1 term. Value given: none"));
            return Optional.empty();
        }
        return ordered && terms.size() == nodes.size()
                ? Optional.of(new SchoolCalendar(
                        zone, terms.stream().map(PlacedTerm::term).toList()))
                : Optional.empty();
    }

    /** A time zone by its name. */
    static Optional<ZoneId> zone(YamlNode node) {
        return node.name().flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException unknown) {
                node.problem("no time zone is called '" + name + "'"
                        + Suggestion.phrase(name, ZoneId.getAvailableZoneIds())
                        + (Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                                        .isEmpty()
                                ? "; use a name such as Europe/London"
                                : ""));
                return Optional.empty();
            }
        });
    }

    private boolean inOrder(List<PlacedTerm> terms) {
        boolean ordered = true;
        for (int i = 1; i < terms.size(); i++) {
            Term earlier = terms.get(i - 1).term();
            Term later = terms.get(i).term();
            if (!later.days().from().isAfter(earlier.days().to())) {
                problems.add(
                        terms.get(i).place(),
                        "terms must stand in order and not overlap: " + later.id() + " begins "
                                + later.days().from() + ", but " + earlier.id() + " ends "
                                + earlier.days().to());
                ordered = false;
            }
            if (terms.subList(0, i).stream().anyMatch(other -> other.term().id().equals(later.id()))) {
                problems.add(terms.get(i).place(), "term '" + later.id() + "' is given twice");
                ordered = false;
            }
        }
        return ordered;
    }

    private Optional<Term> term(YamlMapping mapping) {
        mapping.allowOnly(Keys.TERM);
        Optional<TermId> id = mapping.need("id").flatMap(node -> node.as(TermId::new));
        Optional<LocalDate> from = mapping.need("from").flatMap(CalendarReader::day);
        Optional<LocalDate> to = mapping.need("to").flatMap(CalendarReader::day);
        Optional<LocalDate> cutOff = mapping.find("cut-off").flatMap(CalendarReader::day);
        Optional<DateRange> days = from.flatMap(first ->
                to.flatMap(last -> problems.attempt(mapping.placeOf("to"), () -> new DateRange(first, last))));
        List<DateRange> exams = new ArrayList<>();
        mapping.find("exams")
                .map(YamlNode::oneOrMore)
                .orElse(List.of())
                .forEach(node ->
                        range(node).filter(exam -> within(node, exam, days)).ifPresent(exams::add));
        if (id.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = days.get().to();
        return problems.attempt(
                mapping.placeOf("cut-off"), () -> new Term(id.get(), days.get(), cutOff.orElse(last), exams));
    }

    private static boolean within(YamlNode node, DateRange exam, Optional<DateRange> term) {
        boolean within = term.map(days -> days.contains(exam.from()) && days.contains(exam.to()))
                .orElse(true);
        if (!within) {
            node.problem("exams must lie within the term "
                    + term.map(days -> days.from() + ".." + days.to()).orElse("") + ". Value given: " + exam.from()
                    + ".." + exam.to());
        }
        return within;
    }

    /** A day as {@code 2026-09-07}. */
    static Optional<LocalDate> day(YamlNode node) {
        return node.text().flatMap(text -> day(node, text));
    }

    private static Optional<LocalDate> day(YamlNode node, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            node.problem("expected a day such as 2026-09-07. Value given: '" + text + "'");
            return Optional.empty();
        }
    }

    /** Days as {@code 2026-12-07..2026-12-18}, or one day. */
    private Optional<DateRange> range(YamlNode node) {
        return node.text().flatMap(text -> {
            int dots = text.indexOf("..");
            String first = dots < 0 ? text : text.substring(0, dots).strip();
            String last = dots < 0 ? text : text.substring(dots + 2).strip();
            return day(node, first)
                    .flatMap(from -> day(node, last)
                            .flatMap(to -> problems.attempt(node.place(), () -> new DateRange(from, to))));
        });
    }
}
