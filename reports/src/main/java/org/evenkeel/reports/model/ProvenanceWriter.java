package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseHeader;

/** Writes what stands behind the figures: how often flags are wrong, the quality of the data, the audit, and where everything is from. */
final class ProvenanceWriter {
    /** Sections of facts that are told where they belong. */
    private static final Set<String> ELSEWHERE = Set.of("response-sensitivity", "restatement", ReleaseFact.THRESHOLD);

    private final Chronicle chronicle;
    private final Words words;
    private final ReleaseIndex now;

    ProvenanceWriter(Chronicle chronicle) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.now = chronicle.now();
    }

    List<FactTable> write() {
        ReleaseHeader header = now.release().header();
        List<FactTable.Fact> own = new ArrayList<>();
        own.add(new FactTable.Fact(words.text("model.provenance.release"), header.id()));
        own.add(new FactTable.Fact(
                words.text("model.provenance.as-of"), header.asOf().toString()));
        own.add(new FactTable.Fact(words.text("model.provenance.threshold"), Integer.toString(header.threshold())));
        own.add(new FactTable.Fact(words.text("model.provenance.coverage"), header.coverage()));
        own.add(new FactTable.Fact(words.text("model.provenance.version"), header.version()));
        own.add(new FactTable.Fact(words.text("model.provenance.configuration"), header.configurationHash()));
        own.add(new FactTable.Fact(words.text("model.provenance.exports"), header.inputHash()));
        Stream.concat(chronicle.earlier().stream(), chronicle.parts().stream())
                .map(past -> past.release().header())
                .forEach(past -> own.add(new FactTable.Fact(
                        words.text(
                                "model.provenance.earlier",
                                past.month().map(words::month).orElse(words.term(past.term()))),
                        past.id())));
        own.addAll(Appearance.of(header.study(), now.release().presentation()).facts());
        List<FactTable> tables = new ArrayList<>();
        tables.add(new FactTable(words.text("model.provenance.title"), own));
        Map<String, List<FactTable.Fact>> bySection = new LinkedHashMap<>();
        now.release().facts().stream()
                .filter(fact -> !ELSEWHERE.contains(fact.section()))
                .sorted(Comparator.comparingInt((ReleaseFact fact) -> sectionOrder(fact.section()))
                        .thenComparing(ReleaseFact::section)
                        .thenComparingInt(ReleaseFact::order))
                .forEach(fact -> bySection
                        .computeIfAbsent(fact.section(), section -> new ArrayList<>())
                        .add(new FactTable.Fact(fact.name(), fact.content())));
        bySection.forEach((section, facts) -> tables.add(new FactTable(sectionTitle(section), facts)));
        return tables;
    }

    private static int sectionOrder(String section) {
        int place = List.of("calibration", "quality", "privacy", "audit", "instrument", "export", "provenance")
                .indexOf(section);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private String sectionTitle(String section) {
        return switch (section) {
            case "calibration" -> words.text("model.provenance.of-calibration");
            case "quality" -> words.text("model.provenance.of-quality");
            case "audit" -> words.text("model.provenance.of-audit");
            case "provenance" -> words.text("model.provenance.of-provenance");
            case "export" -> words.text("model.provenance.of-export");
            case "instrument" -> words.text("model.provenance.of-instrument");
            case "privacy" -> words.text("model.provenance.of-privacy");
            default -> words.name(section);
        };
    }
}
