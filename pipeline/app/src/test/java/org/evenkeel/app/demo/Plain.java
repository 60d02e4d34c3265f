package org.evenkeel.app.demo;

import java.util.Collection;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** Textbook formulas, written out. */
final class Plain {
    private Plain() {}

    record Interval(double from, double to) {}

    static double mean(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    static double deviation(Collection<Double> values) {
        double mean = mean(values);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    static Interval interval(Collection<Double> values) {
        double t = TDistribution.of(values.size() - 1.0).inverseCumulativeProbability(0.975);
        double half = t * deviation(values) / Math.sqrt(values.size());
        return new Interval(mean(values) - half, mean(values) + half);
    }

    static double correlation(List<Double> x, List<Double> y) {
        double meanX = mean(x);
        double meanY = mean(y);
        double products = 0;
        for (int i = 0; i < x.size(); i++) {
            products += (x.get(i) - meanX) * (y.get(i) - meanY);
        }
        return products / (x.size() - 1) / deviation(x) / deviation(y);
    }

    /** Cronbach's alpha of complete answer sheets. */
    static double alpha(List<double[]> sheets) {
        int items = sheets.get(0).length;
        double variances = 0;
        for (int item = 0; item < items; item++) {
            int column = item;
            double deviation =
                    deviation(sheets.stream().map(sheet -> sheet[column]).toList());
            variances += deviation * deviation;
        }
        double total = deviation(sheets.stream()
                .map(sheet -> java.util.Arrays.stream(sheet).sum())
                .toList());
        return items / (items - 1.0) * (1 - variances / (total * total));
    }
}
