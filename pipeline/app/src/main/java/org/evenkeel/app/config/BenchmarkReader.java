package org.evenkeel.app.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.Benchmark;
import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ScaleId;

/** Reads one published mean of others. */
final class BenchmarkReader {
    private final Problems problems;
    private final Catalogue catalogue;

    BenchmarkReader(Problems problems, Catalogue catalogue) {
        this.problems = problems;
        this.catalogue = catalogue;
    }

    /** The benchmark of this document, unless something is wrong with it. */
    Optional<Benchmark> read(String name, YamlMapping root) {
        root.allowOnly(Keys.BENCHMARK);
        Optional<Instrument> instrument = root.need("instrument").flatMap(this::instrument);
        Optional<String> version = root.need("version").flatMap(YamlNode::name);
        Optional<ScaleId> scale = root.need("scale").flatMap(node -> scale(node, instrument));
        Optional<Benchmark.Rule> rule =
                root.need("rule").flatMap(YamlNode::mapping).flatMap(this::rule);
        Optional<BigDecimal> mean = root.need("mean").flatMap(YamlNode::decimal);
        Optional<YamlNode> spread = root.find("standard-deviation");
        Optional<BigDecimal> deviation = spread.flatMap(YamlNode::decimal);
        Optional<String> population = root.need("population").flatMap(YamlNode::name);
        Optional<String> year = root.need("year").flatMap(YamlNode::name);
        Optional<String> source = root.need("source").flatMap(YamlNode::name);
        Optional<Benchmark.Verification> verified = verified(root);
        boolean whole = instrument.isPresent()
                && version.isPresent()
                && scale.isPresent()
                && rule.isPresent()
                && mean.isPresent()
                && spread.isPresent() == deviation.isPresent()
                && population.isPresent()
                && year.isPresent()
                && source.isPresent()
                && verified.isPresent();
        return whole
                ? problems.attempt(
                        root.find("mean").map(YamlNode::place).orElse(root.place()),
                        () -> new Benchmark(
                                name,
                                instrument.get().id(),
                                version.get(),
                                scale.get(),
                                rule.get(),
                                mean.get(),
                                deviation,
                                population.get(),
                                year.get(),
                                source.get(),
                                verified.get()))
                : Optional.empty();
    }

    private Optional<Instrument> instrument(YamlNode node) {
        return node.as(InstrumentId::new).flatMap(id -> {
            Optional<Instrument> found = catalogue.find(id);
            if (found.isEmpty()) {
                List<String> known = catalogue.instruments().keySet().stream()
                        .map(InstrumentId::value)
                        .sorted()
                        .toList();
                node.problem("there is no instrument '" + id + "'"
                        + Suggestion.nearest(id.value(), known)
                                .map(near -> ", did you mean '" + near + "'?")
                                .orElse("; there are " + String.join(", ", known)));
            }
            return found;
        });
    }

    private static Optional<ScaleId> scale(YamlNode node, Optional<Instrument> instrument) {
        return node.as(ScaleId::new).filter(id -> {
            List<String> known = instrument.stream()
                    .flatMap(found -> found.scales().stream())
                    .map(scale -> scale.id().value())
                    .toList();
            boolean of = known.contains(id.value());
            if (!of && instrument.isPresent()) {
                node.problem(instrument.get().id() + " has no scale '" + id + "'; it has " + String.join(", ", known));
            }
            return of;
        });
    }

    private Optional<Benchmark.Rule> rule(YamlMapping mapping) {
        mapping.allowOnly(Keys.BENCHMARK_RULE);
        Optional<Aggregate> aggregate = mapping.need("aggregate").flatMap(node -> node.oneOf(Aggregate.class));
        Optional<BigDecimal> lowest = mapping.need("lowest").flatMap(YamlNode::decimal);
        Optional<BigDecimal> highest = mapping.need("highest").flatMap(YamlNode::decimal);
        return aggregate.flatMap(how -> lowest.flatMap(low ->
                highest.flatMap(high -> problems.attempt(mapping.place(), () -> new Benchmark.Rule(how, low, high)))));
    }

    private Optional<Benchmark.Verification> verified(YamlMapping root) {
        if (root.find("verified").isEmpty()) {
            problems.add(
                    root.place(),
                    "key 'verified' is missing: compare the value with its source, then say { by: who, on: day }");
            return Optional.empty();
        }
        return root.find("verified").flatMap(YamlNode::mapping).flatMap(mapping -> {
            mapping.allowOnly(Keys.VERIFIED);
            Optional<String> by = mapping.need("by").flatMap(YamlNode::name);
            Optional<LocalDate> on = mapping.need("on").flatMap(CalendarReader::day);
            return by.flatMap(who ->
                    on.flatMap(day -> problems.attempt(mapping.place(), () -> new Benchmark.Verification(who, day))));
        });
    }
}
