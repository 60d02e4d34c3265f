package org.evenkeel.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose ticks are given. The plot may be wider than they are, to leave room for words beside the marks. */
final class TickAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient List<Tick> ticks;

    /** A place on the axis and its label; an empty label leaves a mark only. */
    record Tick(double value, String label) {}

    TickAxis(List<Tick> ticks) {
        this.ticks = List.copyOf(ticks);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean across = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = across ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> drawn = new ArrayList<>();
        for (Tick tick : ticks) {
            drawn.add(new NumberTick(TickType.MAJOR, tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0));
        }
        return drawn;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
