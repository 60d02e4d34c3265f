package org.evenkeel.reports.model;

import java.util.List;
import org.evenkeel.reports.model.TextSection.Passage;
import org.evenkeel.reports.words.Words;

/** The words that every watchlist has. */
final class WatchlistTexts {
    private WatchlistTexts() {}

    static TextSection howToRead(Words words) {
        return new TextSection(
                "How to read this page",
                List.of(
                        passage(
                                "Red and amber",
                                "Both name groups whose shown figures give reason to talk with them soon: likely worse than the groups beside them by more than chance explains, beyond a stated limit, or lately become worse. Red is the more pressing. Somebody is always last; that alone gives no flag. A flag is no verdict on people who teach or learn there, and it does not say why."),
                        passage(
                                "Values and intervals",
                                "A value is the mean of those who answered. Behind it stands a 95% interval: the range in which the value for everyone in the group may reasonably be expected. A short interval means that much is known, a long one that little is."),
                        passage(
                                "Which way is good",
                                "Scales run different ways. Beside every measure stands whether higher is worse or higher is better."),
                        passage(
                                "Over terms",
                                "The lines show means as they were published, with their intervals as bands. They follow the name of a group: “Year 1” of one academic year and “Year 1” of the next are different people. A flag is called new when the same group had none on the same measure in the earlier term."),
                        passage(
                                "Week by week",
                                "Where enough weeks are known, the shaded range is where the group's usual weeks lie, and a diamond marks a week that is not as usual. One unusual week may be chance; several are worth a question."),
                        passage(
                                "Among groups beside it",
                                "Means of small groups swing. The second row draws the group's mean towards the average of its division as far as its own answers leave open; it is the fairer one to compare."),
                        passage(
                                "Bands, and what is not shown",
                                "For small groups a share is given as a band, such as “under 15%”. Where the words “"
                                        + Reading.withheld(words)
                                        + "” stand, a number might have said something about single people. Every such place looks the same, whatever the reason."),
                        passage(
                                "Figure numbers",
                                "Every published number has an id, such as F0042, and carries the same id in the report and the workbook. An id with a term in front comes from that term's own release. What is worked out from shown figures, such as usual ranges, has none.")));
    }

    private static Passage passage(String heading, String paragraph) {
        return new Passage(heading, List.of(paragraph));
    }
}
