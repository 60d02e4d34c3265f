package org.evenkeel.reports.chart;

import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.ControlChart;
import org.evenkeel.reports.model.DistributionChart;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.FunnelChart;
import org.evenkeel.reports.model.HeatMap;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.SmallMultiples;
import org.evenkeel.reports.model.Sparkline;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;

/** Turns a chart of the report model into a drawing of a given size, in CSS pixels. Title and subtitle stand outside it, as text. */
public final class ChartDrawing {
    /** How wide a chart across the page is. */
    public static final int PAGE_WIDTH = 656;

    private ChartDrawing() {}

    /** The chart, its words and numbers in a language, ready to be drawn in the given size. */
    public static JFreeChart of(ChartSpec chart, Words words, double width, double height) {
        return chart.match(new Drawn(words, width, height));
    }

    /** A line the size of a word. */
    public static JFreeChart of(Sparkline sparkline) {
        return SparkDrawing.chart(sparkline);
    }

    /** The height at which the chart's words and marks have just enough room. */
    public static int leastHeight(ChartSpec chart) {
        return chart.match(new Heights(Room.LEAST));
    }

    /** The height beyond which the chart gains nothing. */
    public static int mostHeight(ChartSpec chart) {
        return chart.match(new Heights(Room.MOST));
    }

    private record Drawn(Words words, double width, double height) implements ChartSpec.Cases<JFreeChart> {
        @Override
        public JFreeChart line(LineChart chart) {
            return new LineDrawing(chart, words, width, height).chart();
        }

        @Override
        public JFreeChart dots(DotChart chart) {
            return new DotDrawing(chart, words, width).chart();
        }

        @Override
        public JFreeChart heat(HeatMap chart) {
            return new HeatDrawing(chart, words, width, height).chart();
        }

        @Override
        public JFreeChart distribution(DistributionChart chart) {
            return new DistributionDrawing(chart, words, width, height).chart();
        }

        @Override
        public JFreeChart control(ControlChart chart) {
            return new ControlDrawing(chart, words, width, height).chart();
        }

        @Override
        public JFreeChart multiples(SmallMultiples chart) {
            return new MultiplesDrawing(chart, words, width, height).chart();
        }

        @Override
        public JFreeChart funnel(FunnelChart chart) {
            return new FunnelDrawing(chart, words, width, height).chart();
        }
    }

    private enum Room {
        LEAST,
        MOST
    }

    private record Heights(Room room) implements ChartSpec.Cases<Integer> {
        private int of(int least, int most) {
            return room == Room.LEAST ? least : most;
        }

        @Override
        public Integer line(LineChart chart) {
            return of(124, 270);
        }

        @Override
        public Integer dots(DotChart chart) {
            return of(DotDrawing.leastHeight(chart), DotDrawing.height(chart, DotDrawing.MOST_ROW));
        }

        @Override
        public Integer heat(HeatMap chart) {
            return of(HeatDrawing.leastHeight(chart), HeatDrawing.mostHeight(chart));
        }

        @Override
        public Integer distribution(DistributionChart chart) {
            return of(DistributionDrawing.leastHeight(chart), DistributionDrawing.mostHeight(chart));
        }

        @Override
        public Integer control(ControlChart chart) {
            return of(150, 235);
        }

        @Override
        public Integer multiples(SmallMultiples chart) {
            return of(MultiplesDrawing.leastHeight(chart), MultiplesDrawing.mostHeight(chart));
        }

        @Override
        public Integer funnel(FunnelChart chart) {
            return of(150, 250);
        }
    }
}
