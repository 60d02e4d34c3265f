package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.TextSection.Passage;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseAnalysis;

/** The words of a report in plain words: those that this report uses, and no others. */
final class Glossary {
    private Glossary() {}

    static TextSection write(ReleaseIndex now) {
        Words words = now.words();
        ReleaseAnalysis analysis = now.release().analysis();
        List<Passage> passages = new ArrayList<>();
        passages.add(PlainTexts.passage(words, "model.glossary.interval"));
        if (now.measures().stream().anyMatch(measure -> measure.atRisk().isPresent())) {
            passages.add(PlainTexts.passage(words, "model.glossary.at-risk"));
        }
        passages.add(PlainTexts.passage(words, "model.glossary.band"));
        if (!analysis.benchmarks().isEmpty()) {
            passages.add(PlainTexts.passage(words, "model.glossary.benchmark"));
        }
        passages.add(PlainTexts.passage(words, "model.glossary.change"));
        if (!analysis.controls().isEmpty()) {
            passages.add(PlainTexts.passage(words, "model.glossary.control"));
        }
        passages.add(PlainTexts.passage(words, "model.glossary.alpha"));
        if (!analysis.funnels().isEmpty()) {
            passages.add(PlainTexts.passage(words, "model.glossary.funnel"));
        }
        passages.add(PlainTexts.passage(words, "model.glossary.group"));
        passages.add(PlainTexts.passage(words, "model.glossary.mean"));
        if (!analysis.standings().isEmpty()) {
            passages.add(PlainTexts.passage(words, "model.glossary.pooled"));
            passages.add(PlainTexts.passage(words, "model.glossary.places"));
        }
        if (!analysis.bands().isEmpty()) {
            passages.add(PlainTexts.passage(words, "model.glossary.reference"));
        }
        passages.add(PlainTexts.passage(words, "model.glossary.respondent"));
        passages.add(PlainTexts.passage(words, "model.glossary.deviation"));
        if (now.release().facts().stream().anyMatch(fact -> fact.section().equals("response-sensitivity"))) {
            passages.add(PlainTexts.passage(words, "model.glossary.tipping"));
        }
        return new TextSection(words.text("model.glossary.title"), passages);
    }
}
