package org.evenkeel.reports.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Breaks lines where the language of the report does, but never inside a number: "−0.09" and "0–40" stay whole. */
final class WholeNumbers implements FSTextBreaker {
    private final BreakIterator places;
    private String words = "";

    WholeNumbers(Locale language) {
        this.places = BreakIterator.getLineInstance(language);
    }

    @Override
    public void setText(String text) {
        words = text;
        places.setText(text);
    }

    @Override
    public int next() {
        int place = places.next();
        while (place != BreakIterator.DONE && splitsNumber(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean splitsNumber(int place) {
        return place > 0
                && place < words.length()
                && Character.isDigit(words.charAt(place))
                && ".,−+–".indexOf(words.charAt(place - 1)) >= 0;
    }
}
