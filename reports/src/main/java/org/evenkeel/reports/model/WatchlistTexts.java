package org.evenkeel.reports.model;

import java.util.List;
import org.evenkeel.reports.words.Words;

/** The words that every watchlist has. */
final class WatchlistTexts {
    private WatchlistTexts() {}

    static TextSection howToRead(Words words) {
        return new TextSection(
                words.text("model.list-how.title"),
                List.of(
                        PlainTexts.passage(words, "model.list-how.levels"),
                        PlainTexts.passage(words, "model.list-how.values"),
                        PlainTexts.passage(words, "model.list-how.direction"),
                        PlainTexts.passage(words, "model.list-how.terms"),
                        PlainTexts.passage(words, "model.list-how.weeks"),
                        PlainTexts.passage(words, "model.list-how.beside"),
                        PlainTexts.passage(words, "model.list-how.bands", Reading.withheld(words)),
                        PlainTexts.passage(words, "model.list-how.ids")));
    }
}
