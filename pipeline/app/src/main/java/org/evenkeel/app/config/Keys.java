package org.evenkeel.app.config;

import java.util.List;

/** The keys that may stand in a study, by the place they stand in. The schema in {@code conf/schema} knows the same ones. */
final class Keys {
    static final List<String> STUDY = List.of(
            "study",
            "timezone",
            "census",
            "threshold",
            "simulated",
            "terms",
            "releases",
            "roster",
            "cohorts",
            "headcounts",
            "sources",
            "retention",
            "mart",
            "language",
            "reports",
            "benchmarks");
    static final List<String> TERM = List.of("id", "from", "to", "cut-off", "exams");
    static final List<String> RELEASES = List.of("term", "weekly");
    static final List<String> ROSTER = List.of("from", "file", "id-space");
    static final List<String> COHORTS = List.of("attributes", "report", "roll-up", "aliases");
    static final List<String> SOURCE = List.of(
            "exports",
            "respondent",
            "id-space",
            "rhythm",
            "instruments",
            "items",
            "attributes",
            "duplicates",
            "platform",
            "consent",
            "time",
            "missing",
            "identifiers",
            "crisis-resources");
    static final List<String> INSTRUMENT = List.of("id", "coding", "columns", "answers", "codes");
    static final List<String> TIME = List.of("column", "zone", "dates");
    static final List<String> IDENTIFIERS = List.of("drop");
    static final List<String> CHOICE = List.of("column", "choice");
    static final List<String> CONSENT = List.of("column", "accepted");
    static final List<String> RETENTION = List.of("rows");
    static final List<String> REPORTS = List.of("paper", "colours", "logo", "contacts");
    static final List<String> CONTACT = List.of("for", "name", "details");
    static final List<String> MART = List.of("url", "user", "password");

    static final List<String> BENCHMARK = List.of(
            "instrument",
            "version",
            "scale",
            "rule",
            "mean",
            "standard-deviation",
            "population",
            "year",
            "source",
            "verified");
    static final List<String> BENCHMARK_RULE = List.of("aggregate", "lowest", "highest");
    static final List<String> VERIFIED = List.of("by", "on");

    private Keys() {}
}
