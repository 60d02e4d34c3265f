package org.evenkeel.core.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.Source;

/** Which scales a source reports, under the codings it declares. */
public record AskedMeasures(Catalogue catalogue) {
    /** The source's scales: those of its instruments and of its single items, by theme, else in the order declared. */
    public List<Scale> of(Source source) {
        List<Scale> scales = new ArrayList<>();
        for (InstrumentUse use : source.instruments()) {
            Instrument instrument = catalogue
                    .find(use.instrument())
                    .orElseThrow(() -> new IllegalArgumentException("no instrument '" + use.instrument() + "'"));
            scales.addAll(instrument.scales(use.coding()));
        }
        source.items().keySet().stream().sorted().forEach(item -> {
            Instrument instrument = catalogue
                    .ofSingleItem(item)
                    .orElseThrow(() -> new IllegalArgumentException("no single-item scale of '" + item + "'"));
            instrument.scales().stream()
                    .filter(scale -> scale.items().equals(List.of(item)))
                    .forEach(scales::add);
        });
        scales.sort(Comparator.comparing(Scale::theme));
        return List.copyOf(scales);
    }

    /** Whether the scale's items end in the reader, so that none of them is kept. */
    public boolean scoredWhileReading(Scale scale) {
        return catalogue.instruments().values().stream()
                .filter(instrument ->
                        instrument.scales().stream().anyMatch(own -> own.id().equals(scale.id())))
                .anyMatch(instrument -> instrument.scoredWhileReading(scale));
    }
}
