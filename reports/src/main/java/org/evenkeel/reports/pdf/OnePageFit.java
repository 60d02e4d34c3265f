package org.evenkeel.reports.pdf;

import java.util.List;
import org.evenkeel.reports.chart.ChartDrawing;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.words.Words;

/** How many groups the one-page summary has room for beside everything else that belongs on it. */
final class OnePageFit {
    private static final int WIDTH = ChartDrawing.PAGE_WIDTH;
    private static final int LEVEL_WIDTH = 62;
    private static final int GROUP_WIDTH = 130;
    private static final double TEXT = 12;
    private static final int LINE = 16;
    private static final int PADDING = 7;
    private static final int TABLE_HEAD = 34;
    private static final int HEADING = 38;

    private OnePageFit() {}

    /** How many of the page's groups fit, at least one where there is one. */
    static int groups(OnePage page, PageSize size, Words words) {
        List<OnePage.Group> groups = page.groups();
        int room = PageFit.room(size) - everythingElse(page);
        int fitting = 0;
        for (OnePage.Group group : groups) {
            room -= height(group, words);
            if (fitting > 0 && room < 0) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    private static int everythingElse(OnePage page) {
        int findings = page.leading().stream()
                .mapToInt(finding ->
                        row(finding.sentence() + " " + String.join(", ", finding.evidence()), WIDTH - LEVEL_WIDTH - 16))
                .sum();
        int glance = page.headlines().size() * (LINE + PADDING + 1);
        int unsaid = page.unsaid().stream()
                .mapToInt(sentence -> 3 + 19 * lines(sentence, 13, WIDTH - 24))
                .sum();
        int moreGroups = 24;
        return HEADING * 4 + TABLE_HEAD * 3 + findings + glance + unsaid + moreGroups;
    }

    private static int height(OnePage.Group group, Words words) {
        // Ids are set smaller than the words they follow; counting them at full size would waste lines.
        int summary = lines(group.summary(words), TEXT, WIDTH - LEVEL_WIDTH - GROUP_WIDTH - 24);
        int ids = lines(String.join(", ", group.evidence()), 9.5, WIDTH - LEVEL_WIDTH - GROUP_WIDTH - 24);
        return PADDING + LINE * Math.max(summary + ids, lines(group.cohort(), TEXT, GROUP_WIDTH - 8));
    }

    private static int row(String words, int width) {
        return PADDING + LINE * lines(words, TEXT, width);
    }

    private static int lines(String words, double size, int width) {
        return Typeface.MEDIUM.wrapped(words, size, width, 40).size();
    }
}
