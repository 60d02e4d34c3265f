package org.evenkeel.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.identifier.Finding;
import org.evenkeel.intake.identifier.IdentifierScan;
import org.evenkeel.intake.identifier.IdentifierScan.Naming;
import org.evenkeel.intake.identifier.IdentifierScan.Searched;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.table.Row;

/**
 * Looks for people in every column that is not the platform's own, the declared id, the time of submission or declared to
 * be dropped, and refuses a file that holds them.
 */
final class IdentifierCheck {
    private final Export export;
    private final Set<Integer> dropped = new TreeSet<>();
    private final BitSet columns = new BitSet();
    private final IdentifierScan scan;

    /** The check of one export; refuses a plan that reads what is to be dropped. */
    IdentifierCheck(Export export) {
        this.export = export;
        ColumnFinder finder = new ColumnFinder(export.layout().columns());
        for (String name : new TreeSet<>(export.plan().reading().dropped())) {
            List<Column> found = name.contains("*") ? finder.matching(name) : finder.called(name);
            found.forEach(column -> dropped.add(column.index()));
        }
        Binding binding = export.binding();
        BitSet read = binding.read();
        List<String> both = export.layout().columns().stream()
                .filter(column -> dropped.contains(column.index()) && read.get(column.index()))
                .map(IdentifierScan::named)
                .toList();
        if (!both.isEmpty()) {
            throw new DataProblem(String.format(
                    "%s: column %s is declared to be dropped, and is read as well. Take it out of identifiers: drop, or"
                            + " declare another column.",
                    export.table().bytes().file(), String.join(", ", both)));
        }
        Set<Integer> excused = new TreeSet<>(dropped);
        excused.add(binding.respondent());
        excused.add(binding.time());
        excused.addAll(binding.rules().timeColumns());
        BitSet declared = declared(binding);
        List<Searched> searched = new ArrayList<>();
        for (Column column : export.layout().columns()) {
            boolean foreign = column.role() == Column.Role.TECHNICAL && !declared.get(column.index());
            if (!foreign && !excused.contains(column.index())) {
                searched.add(new Searched(column, declared.get(column.index()) ? Naming.DECLARED : Naming.JUDGED));
                columns.set(column.index());
            }
        }
        this.scan = new IdentifierScan(searched);
    }

    /** The columns it looks at. */
    BitSet columns() {
        BitSet all = new BitSet();
        all.or(columns);
        return all;
    }

    /** Looks at a row. */
    void look(Row row) {
        scan.look(row);
    }

    /**
     * Refuses the file where people were found, naming columns, kinds and counts, and no value.
     *
     * @param newest the newest submission kept, if there is one
     */
    void refuse(Optional<Instant> newest) {
        SchoolCalendar calendar = export.plan().calendar();
        List<Term> terms = calendar.terms();
        int year = newest.map(calendar::day)
                .orElse(terms.get(terms.size() - 1).days().to())
                .getYear();
        List<Finding> findings = scan.findings(year);
        if (findings.isEmpty()) {
            return;
        }
        String found = findings.stream()
                .map(finding -> String.format(
                        Locale.ROOT,
                        "column %s holds %s (%d %s)",
                        IdentifierScan.named(finding.column()),
                        finding.kind().label(),
                        finding.cells(),
                        finding.cells() == 1 ? "cell" : "cells"))
                .collect(Collectors.joining(String.format("%n  - ")));
        String names = findings.stream()
                .map(finding -> finding.column().name())
                .distinct()
                .filter(name -> !name.isBlank() && IdentifierScan.isHarmless(name))
                .map(name -> "\"" + ColumnFinder.quoted(name) + "\"")
                .collect(Collectors.joining(", "));
        throw new DataProblem(String.format(
                "%s: the export of source %s holds what identifies people outside its id column, and nothing of it was"
                        + " taken in:%n  - %s%nExport it again without them, or have them dropped unread: under the source,"
                        + " identifiers: { drop: [%s] }",
                export.table().bytes().file(), export.plan().source(), found, names.isEmpty() ? "…" : names));
    }

    private static BitSet declared(Binding binding) {
        BitSet declared = new BitSet();
        binding.items().forEach(item -> declared.set(item.column()));
        binding.attributes().values().forEach(declared::set);
        binding.choices().values().forEach(choice -> choice.answers().forEach(declared::set));
        if (binding.consent() != Binding.NONE) {
            declared.set(binding.consent());
        }
        return declared;
    }
}
