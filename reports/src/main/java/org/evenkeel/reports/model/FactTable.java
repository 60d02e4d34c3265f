package org.evenkeel.reports.model;

import java.util.List;

/** Facts of the release under one heading: audit, provenance, exports, instruments. */
public record FactTable(String title, List<Fact> facts) {
    public FactTable {
        facts = List.copyOf(facts);
    }

    /** What it is, and its value. */
    public record Fact(String name, String content) {}
}
