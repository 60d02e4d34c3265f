package org.evenkeel.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool.Asked;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.CohortBriefs;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleasePresentation.Contact;

/** Briefs of an invented school, and releases of it that are hard to be brief about. */
public final class BriefedSchool {
    private BriefedSchool() {}

    /** The briefs of its newest release. */
    public static List<CohortBrief> briefs(InventedSchool school) {
        return briefs(school.latest(), school.history());
    }

    /** The briefs of a release. */
    public static List<CohortBrief> briefs(PublishedRelease release, List<PublishedRelease> history) {
        TermReport report = TermReport.of(release, history);
        return CohortBriefs.of(report, Watchlist.of(report, release, history), release, history)
                .all()
                .toList();
    }

    /** The release in another language, with these contacts. */
    public static PublishedRelease with(PublishedRelease release, Locale language, Contact... contacts) {
        ReleasePresentation before = release.presentation();
        return with(
                release,
                new ReleasePresentation(language, before.paper(), before.colours(), before.logo(), List.of(contacts)),
                release.figures());
    }

    /** The first term of the school with one mean of one group, and nothing else; empty where the school shows none. */
    public static Optional<PublishedRelease> oneFigure(InventedSchool school) {
        PublishedRelease release = school.afterTerms(1).latest();
        return release.figures().stream()
                .filter(figure -> figure.kind().equals("mean")
                        && figure.state() == State.SHOWN
                        && figure.period().equals(release.header().term())
                        && figure.cohort().startsWith("year="))
                .findFirst()
                .map(figure -> with(release, release.presentation(), List.of(figure)));
    }

    private static PublishedRelease with(
            PublishedRelease release, ReleasePresentation presentation, List<ReleaseFigure> figures) {
        boolean all = figures.size() == release.figures().size();
        return new PublishedRelease(
                release.header(),
                presentation,
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                release.kinds(),
                figures,
                all ? release.flags() : List.of(),
                all ? release.findings() : List.of(),
                all ? release.analysis() : ReleaseAnalysis.NONE,
                release.audits(),
                release.facts());
    }

    /** The same question under another name. */
    public static Asked renamed(Asked asked, String scale, String title) {
        return new Asked(
                asked.source(),
                scale,
                title,
                asked.theme(),
                asked.direction(),
                asked.lowest(),
                asked.highest(),
                asked.level(),
                asked.spread(),
                asked.decimals(),
                asked.atRisk(),
                asked.share(),
                asked.asking());
    }
}
