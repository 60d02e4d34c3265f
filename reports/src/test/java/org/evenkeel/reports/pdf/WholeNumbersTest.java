package org.evenkeel.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeNumbersTest {
    @Test
    void next_numbersInWords_breaksBetweenWordsOnly() {
        assertThat(pieces("before: −0.09 points (95% range −0.14 to +0.24), 0–40"))
                .containsExactly(
                        "before: ", "−0.09 ", "points ", "(95% ", "range ", "−0.14 ", "to ", "+0.24), ", "0–40");
    }

    @Test
    void next_hyphenBetweenWords_breaksAfterIt() {
        assertThat(pieces("well-being")).containsExactly("well-", "being");
    }

    private static List<String> pieces(String words) {
        WholeNumbers breaker = new WholeNumbers(java.util.Locale.UK);
        breaker.setText(words);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int place = breaker.next(); place != BreakIterator.DONE; place = breaker.next()) {
            pieces.add(words.substring(from, place));
            from = place;
        }
        return pieces;
    }
}
