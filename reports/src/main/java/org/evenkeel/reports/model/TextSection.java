package org.evenkeel.reports.model;

import java.util.List;

/** A page of words: a heading and passages. */
public record TextSection(String title, List<Passage> passages) {
    public TextSection {
        passages = List.copyOf(passages);
    }

    /** A short heading and the paragraphs under it. */
    public record Passage(String heading, List<String> paragraphs) {
        public Passage {
            paragraphs = List.copyOf(paragraphs);
        }
    }
}
