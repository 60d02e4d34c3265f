package org.evenkeel.core.instrument;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;

/**
 * The instruments a study can ask, those shipped and its own, and what is known of others who were asked them.
 *
 * @param instruments the instruments by id
 * @param benchmarks published means of others, in the order they are drawn
 */
public record Catalogue(Map<InstrumentId, Instrument> instruments, List<Benchmark> benchmarks) {
    public Catalogue {
        instruments = Map.copyOf(instruments);
        benchmarks = List.copyOf(benchmarks);
    }

    /** These instruments, and these means of others. */
    public Catalogue with(List<Benchmark> published) {
        return new Catalogue(instruments, published);
    }

    /** A catalogue of these instruments; ids and scale ids must be unique. */
    public static Catalogue of(Collection<Instrument> instruments) {
        Map<InstrumentId, Instrument> byId = new TreeMap<>();
        Map<ScaleId, InstrumentId> owners = new TreeMap<>();
        for (Instrument instrument : instruments) {
            Require.that(
                    byId.putIfAbsent(instrument.id(), instrument) == null,
                    "instrument %s is defined twice",
                    instrument.id());
            for (Scale scale : instrument.scales()) {
                InstrumentId owner = owners.putIfAbsent(scale.id(), instrument.id());
                Require.that(owner == null, "scale %s is defined by %s and by %s", scale.id(), owner, instrument.id());
            }
        }
        return new Catalogue(byId, List.of());
    }

    /** The instrument of that name, if there is one. */
    public Optional<Instrument> find(InstrumentId id) {
        return Optional.ofNullable(instruments.get(id));
    }

    /** Why these instruments may not be asked by one source; empty where they may. */
    public List<String> conflicts(Collection<InstrumentId> together) {
        List<InstrumentId> asked = together.stream().distinct().sorted().toList();
        return asked.stream()
                .flatMap(one -> find(one).stream())
                .flatMap(instrument -> asked.stream()
                        .filter(instrument.excludes()::contains)
                        .map(other -> String.format(
                                Locale.ROOT,
                                "%s and %s cannot both be asked by one source: their difference would give away %s, which is never kept;"
                                        + " ask one of them",
                                instrument.id(),
                                other,
                                instrument.dropped().stream().sorted().toList())))
                .toList();
    }

    /** The instrument whose scale of exactly one item is made of this item: how a study names single check-in items. */
    public Optional<Instrument> ofSingleItem(ItemKey item) {
        return instruments.values().stream()
                .sorted(Comparator.comparing(Instrument::id))
                .filter(instrument -> instrument.scales().stream()
                        .anyMatch(scale -> scale.items().equals(List.of(item))))
                .findFirst();
    }
}
