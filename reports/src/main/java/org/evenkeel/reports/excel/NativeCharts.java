package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.evenkeel.reports.excel.ChartSeries.Whiskers;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBoolean;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLegend;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScaling;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrData;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STAxPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrossBetween;
import org.openxmlformats.schemas.drawingml.x2006.chart.STCrosses;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDispBlanksAs;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrBarType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STErrValType;
import org.openxmlformats.schemas.drawingml.x2006.chart.STGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutMode;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLegendPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.chart.STOrientation;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickLblPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickMark;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTSolidColorFillProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraph;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraphProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextAlignType;

/**
 * Native, editable charts of one sheet. Each refers to cells of that sheet and carries a cache that is copied from them. Written
 * against the schema's own types: colours, scales and fonts are explicit, so every application draws the same picture.
 */
final class NativeCharts {
    private static final int EMU_PER_POINT = 12_700;
    private static final long CATEGORY_AXIS = 1;
    private static final long VALUE_AXIS = 2;

    private final XSSFSheet sheet;
    private final WrittenRows rows;
    private final String language;
    private int drawn;

    NativeCharts(SheetWriter writer) {
        this.sheet = writer.sheet();
        this.rows = writer.rows();
        this.language = writer.words().locale().toLanguageTag();
    }

    /** A value over time: lines with interval whiskers. */
    void line(ChartFrame frame, AxisScale scale, CellRangeAddress categories, List<ChartSeries> series) {
        CTPlotArea plot = chart(frame, series.size());
        CTLineChart lines = plot.addNewLineChart();
        lines.addNewGrouping().setVal(STGrouping.STANDARD);
        lines.addNewVaryColors().setVal(false);
        for (int index = 0; index < series.size(); index++) {
            lineSeries(lines.addNewSer(), index, categories, series.get(index));
        }
        lines.addNewMarker().setVal(true);
        lines.addNewAxId().setVal(CATEGORY_AXIS);
        lines.addNewAxId().setVal(VALUE_AXIS);
        axes(plot, frame, scale);
    }

    /** Cohorts side by side: dots with interval whiskers, nothing drawn between neighbours. */
    void dots(ChartFrame frame, AxisScale scale, CellRangeAddress categories, List<ChartSeries> series) {
        line(frame, scale, categories, series);
    }

    /** Amounts from zero: columns. */
    void columns(ChartFrame frame, AxisScale scale, CellRangeAddress categories, List<ChartSeries> series) {
        CTPlotArea plot = chart(frame, series.size());
        CTBarChart bars = plot.addNewBarChart();
        bars.addNewBarDir().setVal(STBarDir.COL);
        bars.addNewGrouping().setVal(STBarGrouping.CLUSTERED);
        bars.addNewVaryColors().setVal(false);
        for (int index = 0; index < series.size(); index++) {
            columnSeries(bars.addNewSer(), index, categories, series.get(index));
        }
        bars.addNewGapWidth().setVal(60);
        bars.addNewAxId().setVal(CATEGORY_AXIS);
        bars.addNewAxId().setVal(VALUE_AXIS);
        axes(plot, frame, scale);
    }

    private CTPlotArea chart(ChartFrame frame, int series) {
        drawn++;
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor =
                drawing.createAnchor(0, 0, 0, 0, frame.column(), frame.row(), frame.endColumn(), frame.endRow());
        XSSFChart chart = drawing.createChart(anchor);
        CTNonVisualDrawingProps identity = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        identity.setId(drawn + 1L);
        identity.setName("Chart " + drawn);
        identity.setDescr(frame.alternative());

        CTChartSpace space = ((XDDFChart) chart).getCTChartSpace();
        if (space.isSetRoundedCorners()) {
            space.unsetRoundedCorners();
        }
        space.addNewRoundedCorners().setVal(false);
        CTShapeProperties border = space.isSetSpPr() ? space.getSpPr() : space.addNewSpPr();
        fill(border.addNewSolidFill(), Palette.PAPER);
        line(border.addNewLn(), Palette.GRID, 0.75);
        body(space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr(), 9, Palette.MUTED);

        CTChart inner = space.getChart();
        title(inner.isSetTitle() ? inner.getTitle() : inner.addNewTitle(), frame.title());
        flag(inner.isSetAutoTitleDeleted() ? inner.getAutoTitleDeleted() : inner.addNewAutoTitleDeleted(), false);
        if (series > 1) {
            CTLegend legend = inner.isSetLegend() ? inner.getLegend() : inner.addNewLegend();
            legend.addNewLegendPos().setVal(STLegendPos.B);
            legend.addNewOverlay().setVal(false);
        }
        flag(inner.isSetPlotVisOnly() ? inner.getPlotVisOnly() : inner.addNewPlotVisOnly(), true);
        (inner.isSetDispBlanksAs() ? inner.getDispBlanksAs() : inner.addNewDispBlanksAs()).setVal(STDispBlanksAs.GAP);
        return inner.getPlotArea();
    }

    private void lineSeries(CTLineSer target, int index, CellRangeAddress categories, ChartSeries series) {
        target.addNewIdx().setVal(index);
        target.addNewOrder().setVal(index);
        name(target.addNewTx().addNewStrRef(), series.name());
        CTLineProperties stroke = target.addNewSpPr().addNewLn();
        CTMarker marker = target.addNewMarker();
        switch (series.stroke()) {
            case LEADING -> {
                line(stroke, series.colour(), 2.25);
                marker(marker, STMarkerStyle.CIRCLE, 7, series.colour());
            }
            case CONTEXT -> {
                line(stroke, series.colour(), 1.5);
                marker(marker, STMarkerStyle.DIAMOND, 6, series.colour());
            }
            case REFERENCE -> {
                line(stroke, series.colour(), 1.25);
                stroke.addNewPrstDash().setVal(STPresetLineDashVal.DASH);
                marker.addNewSymbol().setVal(STMarkerStyle.NONE);
            }
            case LIMIT -> {
                line(stroke, series.colour(), 1);
                stroke.addNewPrstDash().setVal(STPresetLineDashVal.SYS_DOT);
                marker.addNewSymbol().setVal(STMarkerStyle.NONE);
            }
            case SIGNALS -> {
                stroke.addNewNoFill();
                marker(marker, STMarkerStyle.DIAMOND, 12, series.colour());
            }
            case DOTS -> {
                stroke.addNewNoFill();
                marker(marker, STMarkerStyle.CIRCLE, 8, series.colour());
            }
        }
        series.whiskers().ifPresent(whiskers -> errorBars(target.addNewErrBars(), whiskers));
        texts(target.addNewCat().addNewStrRef(), categories);
        numbers(target.addNewVal().addNewNumRef(), series.values());
        target.addNewSmooth().setVal(false);
    }

    private void columnSeries(CTBarSer target, int index, CellRangeAddress categories, ChartSeries series) {
        target.addNewIdx().setVal(index);
        target.addNewOrder().setVal(index);
        name(target.addNewTx().addNewStrRef(), series.name());
        fill(target.addNewSpPr().addNewSolidFill(), series.colour());
        target.addNewInvertIfNegative().setVal(false);
        series.whiskers().ifPresent(whiskers -> errorBars(target.addNewErrBars(), whiskers));
        texts(target.addNewCat().addNewStrRef(), categories);
        numbers(target.addNewVal().addNewNumRef(), series.values());
    }

    private void errorBars(CTErrBars bars, Whiskers whiskers) {
        bars.addNewErrDir().setVal(STErrDir.Y);
        bars.addNewErrBarType().setVal(STErrBarType.BOTH);
        bars.addNewErrValType().setVal(STErrValType.CUST);
        bars.addNewNoEndCap().setVal(false);
        numbers(bars.addNewPlus().addNewNumRef(), whiskers.up());
        numbers(bars.addNewMinus().addNewNumRef(), whiskers.down());
        line(bars.addNewSpPr().addNewLn(), Palette.GREY, 1.25);
    }

    private void axes(CTPlotArea plot, ChartFrame frame, AxisScale scale) {
        CTCatAx category = plot.addNewCatAx();
        category.addNewAxId().setVal(CATEGORY_AXIS);
        category.addNewScaling().addNewOrientation().setVal(STOrientation.MIN_MAX);
        category.addNewDelete().setVal(false);
        category.addNewAxPos().setVal(STAxPos.B);
        category.addNewMajorTickMark().setVal(STTickMark.OUT);
        category.addNewMinorTickMark().setVal(STTickMark.NONE);
        category.addNewTickLblPos().setVal(STTickLblPos.LOW);
        line(category.addNewSpPr().addNewLn(), Palette.GREY, 0.75);
        body(category.addNewTxPr(), 9, Palette.INK);
        category.addNewCrossAx().setVal(VALUE_AXIS);
        category.addNewCrosses().setVal(STCrosses.MIN);
        category.addNewAuto().setVal(false);
        category.addNewNoMultiLvlLbl().setVal(true);

        CTValAx value = plot.addNewValAx();
        value.addNewAxId().setVal(VALUE_AXIS);
        CTScaling scaling = value.addNewScaling();
        scaling.addNewOrientation().setVal(STOrientation.MIN_MAX);
        scaling.addNewMax().setVal(scale.maximum().doubleValue());
        scaling.addNewMin().setVal(scale.minimum().doubleValue());
        value.addNewDelete().setVal(false);
        value.addNewAxPos().setVal(STAxPos.L);
        line(value.addNewMajorGridlines().addNewSpPr().addNewLn(), Palette.GRID, 0.75);
        CTTitle title = value.addNewTitle();
        CTTextBody words = title.addNewTx().addNewRich();
        words.addNewBodyPr().setRot(-5_400_000);
        words.addNewLstStyle();
        run(words.addNewP(), frame.valueTitle(), 9, Palette.MUTED);
        title.addNewOverlay().setVal(false);
        value.addNewNumFmt().setFormatCode(StyleBook.pattern(scale.decimals()));
        value.getNumFmt().setSourceLinked(false);
        value.addNewMajorTickMark().setVal(STTickMark.NONE);
        value.addNewMinorTickMark().setVal(STTickMark.NONE);
        value.addNewTickLblPos().setVal(STTickLblPos.NEXT_TO);
        value.addNewSpPr().addNewLn().addNewNoFill();
        body(value.addNewTxPr(), 9, Palette.MUTED);
        value.addNewCrossAx().setVal(CATEGORY_AXIS);
        value.addNewCrosses().setVal(STCrosses.MIN);
        value.addNewCrossBetween().setVal(STCrossBetween.BETWEEN);
        value.addNewMajorUnit().setVal(scale.step().doubleValue());
        CTShapeProperties area = plot.isSetSpPr() ? plot.getSpPr() : plot.addNewSpPr();
        area.addNewNoFill();
    }

    private void title(CTTitle title, String words) {
        CTTextBody rich = title.addNewTx().addNewRich();
        rich.addNewBodyPr();
        rich.addNewLstStyle();
        CTTextParagraph paragraph = rich.addNewP();
        paragraph.addNewPPr().setAlgn(STTextAlignType.L);
        CTTextCharacterProperties run = run(paragraph, words, 11, Palette.INK);
        run.setB(true);
        var place = title.addNewLayout().addNewManualLayout();
        place.addNewXMode().setVal(STLayoutMode.EDGE);
        place.addNewYMode().setVal(STLayoutMode.EDGE);
        place.addNewX().setVal(0.015);
        place.addNewY().setVal(0.025);
        title.addNewOverlay().setVal(false);
    }

    private CTTextCharacterProperties run(CTTextParagraph paragraph, String words, int points, Palette ink) {
        CTRegularTextRun run = paragraph.addNewR();
        CTTextCharacterProperties properties = run.addNewRPr();
        properties.setLang(language);
        character(properties, points, ink);
        run.setT(words);
        return properties;
    }

    private void body(CTTextBody body, int points, Palette ink) {
        if (body.getBodyPr() == null) {
            body.addNewBodyPr();
        }
        if (!body.isSetLstStyle()) {
            body.addNewLstStyle();
        }
        CTTextParagraphProperties properties = body.addNewP().addNewPPr();
        character(properties.addNewDefRPr(), points, ink);
        body.getPArray(0).addNewEndParaRPr().setLang(language);
    }

    private static void character(CTTextCharacterProperties properties, int points, Palette ink) {
        properties.setSz(points * 100);
        properties.setB(false);
        fill(properties.addNewSolidFill(), ink);
        properties.addNewLatin().setTypeface(StyleBook.FACE);
    }

    private static void marker(CTMarker marker, STMarkerStyle.Enum symbol, int size, Palette colour) {
        marker.addNewSymbol().setVal(symbol);
        marker.addNewSize().setVal((short) size);
        CTShapeProperties shape = marker.addNewSpPr();
        fill(shape.addNewSolidFill(), colour);
        line(shape.addNewLn(), Palette.PAPER, 0.75);
    }

    private static void line(CTLineProperties line, Palette colour, double points) {
        line.setW((int) Math.round(points * EMU_PER_POINT));
        fill(line.addNewSolidFill(), colour);
    }

    private static void fill(CTSolidColorFillProperties fill, Palette colour) {
        fill.addNewSrgbClr().setVal(colour.rgb());
    }

    private static void flag(CTBoolean target, boolean value) {
        target.setVal(value);
    }

    private void name(CTStrRef reference, CellAddress address) {
        texts(
                reference,
                new CellRangeAddress(address.getRow(), address.getRow(), address.getColumn(), address.getColumn()));
    }

    private void texts(CTStrRef reference, CellRangeAddress range) {
        reference.setF(formula(range));
        CTStrData cache = reference.addNewStrCache();
        cache.addNewPtCount().setVal(range.getNumberOfCells());
        int index = 0;
        for (CellAddress cell : range) {
            CTStrVal point = cache.addNewPt();
            point.setIdx(index++);
            point.setV(rows.words(cell.getRow(), cell.getColumn()));
        }
    }

    private void numbers(CTNumRef reference, CellRangeAddress range) {
        reference.setF(formula(range));
        CTNumData cache = reference.addNewNumCache();
        cache.setFormatCode("General");
        cache.addNewPtCount().setVal(range.getNumberOfCells());
        int index = 0;
        for (CellAddress cell : range) {
            OptionalDouble number = rows.number(cell.getRow(), cell.getColumn());
            if (number.isPresent()) {
                CTNumVal point = cache.addNewPt();
                point.setIdx(index);
                point.setV(plain(number.orElseThrow()));
            }
            index++;
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private String formula(CellRangeAddress range) {
        return range.formatAsString(sheet.getSheetName(), true);
    }
}
