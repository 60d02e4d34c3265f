package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTErrBars;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrRef;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTStrVal;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

@Tag("slow")
class TermReportWorkbookTest {
    private static final List<String> SHEETS = List.of(
            "Contents",
            "Summary",
            "Trends",
            "Cohorts",
            "Heat map",
            "Weekly",
            "Response",
            "Watchlist",
            "Peer support",
            "What if",
            "Data",
            "Codebook",
            "Methods",
            "Provenance");

    private static InventedSchool hostile() {
        return InventedSchool.usual()
                .sampled()
                .named("=HYPERLINK(\"http://example.org\") & \u0001 <Söhne>")
                .withYears(
                        List.of(
                                "=1+1",
                                "+2",
                                "-3",
                                "@SUM(A1)",
                                "Школа مدرسة",
                                "A programme whose name goes on and on, as names of programmes are wont to do, over many lines"));
    }

    /** The cases that differ most in every build, all of them with -Pproof. */
    static Stream<Arguments> schools() {
        List<Arguments> always = List.of(
                Arguments.of("usual", InventedSchool.usual().sampled()),
                Arguments.of("open poll, one measure", InventedSchool.openPoll()),
                Arguments.of("nothing shown", InventedSchool.usual().sampled().withNothingShown()),
                Arguments.of("names that attack", hostile().afterTerms(1)));
        List<Arguments> proof = List.of(
                Arguments.of("one term", InventedSchool.usual().sampled().afterTerms(1)),
                Arguments.of("twelve terms", InventedSchool.usual().sampled().afterTerms(12)),
                Arguments.of(
                        "one cohort",
                        InventedSchool.usual()
                                .sampled()
                                .withYears(List.of("Year 1"))
                                .withCampuses(List.of())),
                Arguments.of("no measure", InventedSchool.usual().sampled().asking(List.of())),
                Arguments.of("no headcounts", InventedSchool.usual().sampled().withoutHeadcounts()),
                Arguments.of("names that attack, all terms", hostile()));
        boolean full = System.getProperty("evenkeel.proof", "sample").equals("full");
        System.out.println("proof: workbooks of " + (full ? 10 : 4) + " of 10 schools");
        return full ? Stream.concat(always.stream(), proof.stream()) : always.stream();
    }

    private static TermReport report(InventedSchool school) {
        return TermReport.of(school.latest(), school.history());
    }

    private static XSSFWorkbook opened(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schools")
    void render_anySchool_holdsEveryPromise(String name, InventedSchool school) throws Exception {
        TermReport report = report(school);
        byte[] bytes = TermReportWorkbook.render(report);

        assertThat(new WorkbookParts(bytes).objections()).as("schema").isEmpty();
        assertThat(TermReportWorkbook.render(report(school))).as("made twice").isEqualTo(bytes);
        try (XSSFWorkbook book = opened(bytes)) {
            assertNothingHidden(bytes, book);
            assertEveryFigure(report, book);
            assertChartsAreTheirCells(book);
            assertNoticeEverywhere(report, book);
            assertPrintsWell(book);
        }
        System.out.println("proof: workbook of " + name + " re-read, "
                + report.figures().size() + " figures, " + bytes.length + " bytes");
    }

    private static void assertNothingHidden(byte[] bytes, XSSFWorkbook book) throws IOException {
        assertThat(new WorkbookParts(bytes).names())
                .noneMatch(part -> part.matches(".*(comments|externalLinks|media|vba|calcChain|printerSettings).*"));
        assertThat(new WorkbookParts(bytes)
                        .names().stream().filter(part -> part.endsWith(".rels")).map(new WorkbookParts(bytes)::text))
                .noneMatch(links -> links.contains("TargetMode=\"External\""));
        List<String> names = new ArrayList<>();
        for (Sheet sheet : book) {
            names.add(sheet.getSheetName());
            assertThat(book.getSheetVisibility(book.getSheetIndex(sheet))).isEqualTo(SheetVisibility.VISIBLE);
            for (Row row : sheet) {
                assertThat(row.getZeroHeight()).isFalse();
                for (Cell cell : row) {
                    assertThat(sheet.isColumnHidden(cell.getColumnIndex())).isFalse();
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.ERROR);
                    assertThat(cell.getCellType() == CellType.FORMULA)
                            .as("a formula in %s!%s", sheet.getSheetName(), cell.getAddress())
                            .matches(formula -> !formula || sheet.getSheetName().equals("What if"));
                    assertThat(cell.getCellComment()).isNull();
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(cell.getCellStyle().getQuotePrefixed())
                                .as("%s!%s", sheet.getSheetName(), cell.getAddress())
                                .isTrue();
                    }
                }
            }
        }
        assertThat(names).isEqualTo(SHEETS);
    }

    private static Map<String, Integer> columns(XSSFTable table) {
        Map<String, Integer> columns = new HashMap<>();
        table.getColumns().forEach(column -> columns.put(column.getName(), table.findColumnIndex(column.getName())));
        return columns;
    }

    private static void assertEveryFigure(TermReport report, XSSFWorkbook book) {
        XSSFSheet sheet = book.getSheet("Data");
        if (report.figures().isEmpty()) {
            assertThat(sheet.getTables()).isEmpty();
            return;
        }
        XSSFTable table = sheet.getTables().get(0);
        Map<String, Integer> columns = columns(table);
        assertThat(table.getDataRowCount()).isEqualTo(report.figures().size());
        assertThat(sheet.getLastRowNum()).isEqualTo(table.getEndRowIndex());
        for (int index = 0; index < report.figures().size(); index++) {
            Row row = sheet.getRow(table.getStartRowIndex() + 1 + index);
            FigureLine line = report.figures().get(index);
            Reading reading = line.reading();
            assertThat(words(row, columns, "id")).isEqualTo(reading.id());
            assertThat(words(row, columns, "cohort")).isEqualTo(CellText.of(line.cohort()));
            assertThat(words(row, columns, "measure")).isEqualTo(line.measure());
            assertThat(words(row, columns, "period")).isEqualTo(line.period());
            assertNumber(row, columns, "value", reading.value());
            assertNumber(row, columns, "lower", reading.lower());
            assertNumber(row, columns, "upper", reading.upper());
            assertNumber(row, columns, "band_lower", reading.bandLower());
            assertNumber(row, columns, "band_upper", reading.bandUpper());
            if (reading.state() == ReleaseFigure.State.WITHHELD) {
                assertThat(words(row, columns, "state")).isEqualTo("not shown, to protect respondents");
            }
        }
    }

    private static String words(Row row, Map<String, Integer> columns, String column) {
        return row.getCell(columns.getOrDefault(column, -1)).getStringCellValue();
    }

    private static void assertNumber(
            Row row, Map<String, Integer> columns, String column, Optional<BigDecimal> expected) {
        Cell cell = row.getCell(columns.getOrDefault(column, -1));
        if (expected.isEmpty()) {
            assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
        } else {
            assertThat(BigDecimal.valueOf(cell.getNumericCellValue())).isEqualByComparingTo(expected.orElseThrow());
        }
    }

    private static void assertChartsAreTheirCells(XSSFWorkbook book) {
        for (Sheet each : book) {
            XSSFSheet sheet = (XSSFSheet) each;
            if (sheet.getDrawingPatriarch() == null) {
                continue;
            }
            Set<Long> ids = new HashSet<>();
            for (CTNonVisualDrawingProps identity : identities(sheet)) {
                assertThat(identity.getDescr()).as("alternative text").isNotBlank();
                assertThat(identity.getId()).isGreaterThanOrEqualTo(2);
                assertThat(ids.add(identity.getId())).as("id used once").isTrue();
            }
            assertThat(ids).hasSameSizeAs(sheet.getDrawingPatriarch().getCharts());
            for (XSSFChart chart : sheet.getDrawingPatriarch().getCharts()) {
                CTPlotArea plot = ((XDDFChart) chart).getCTChart().getPlotArea();
                int series = 0;
                for (CTLineSer line : plot.sizeOfLineChartArray() == 0
                        ? new CTLineSer[0]
                        : plot.getLineChartArray(0).getSerArray()) {
                    assertThat(line.getSpPr().getLn().isSetSolidFill()
                                    || line.getSpPr().getLn().isSetNoFill())
                            .isTrue();
                    assertSeries(
                            sheet,
                            line.getTx().getStrRef(),
                            line.getCat().getStrRef(),
                            line.getVal().getNumRef());
                    if (line.isSetErrBars()) {
                        CTErrBars bars = line.getErrBars();
                        assertNumbers(sheet, bars.getPlus().getNumRef());
                        assertNumbers(sheet, bars.getMinus().getNumRef());
                    }
                    series++;
                }
                for (CTBarSer bar : plot.sizeOfBarChartArray() == 0
                        ? new CTBarSer[0]
                        : plot.getBarChartArray(0).getSerArray()) {
                    assertThat(bar.getSpPr().isSetSolidFill()).isTrue();
                    assertSeries(
                            sheet,
                            bar.getTx().getStrRef(),
                            bar.getCat().getStrRef(),
                            bar.getVal().getNumRef());
                    series++;
                }
                assertThat(series).isPositive();
            }
        }
    }

    private static List<CTNonVisualDrawingProps> identities(XSSFSheet sheet) {
        List<CTNonVisualDrawingProps> identities = new ArrayList<>();
        for (XSSFShape shape : sheet.getDrawingPatriarch()) {
            identities.add(((XSSFGraphicFrame) shape)
                    .getCTGraphicalObjectFrame()
                    .getNvGraphicFramePr()
                    .getCNvPr());
        }
        return identities;
    }

    private static void assertSeries(XSSFSheet sheet, CTStrRef name, CTStrRef categories, CTNumRef values) {
        assertWords(sheet, name);
        assertWords(sheet, categories);
        assertNumbers(sheet, values);
        assertThat(values.getNumCache().sizeOfPtArray()).isPositive();
    }

    private static List<Cell> cells(XSSFSheet sheet, String formula) {
        List<Cell> cells = new ArrayList<>();
        AreaReference area = new AreaReference(formula, sheet.getWorkbook().getSpreadsheetVersion());
        for (CellReference reference : area.getAllReferencedCells()) {
            assertThat(reference.getSheetName()).isEqualTo(sheet.getSheetName());
            cells.add(sheet.getRow(reference.getRow()).getCell(reference.getCol()));
        }
        return cells;
    }

    private static void assertWords(XSSFSheet sheet, CTStrRef reference) {
        List<Cell> cells = cells(sheet, reference.getF());
        assertThat(reference.getStrCache().getPtCount().getVal()).isEqualTo(cells.size());
        for (CTStrVal point : reference.getStrCache().getPtArray()) {
            assertThat(point.getV()).isEqualTo(cells.get((int) point.getIdx()).getStringCellValue());
        }
    }

    private static void assertNumbers(XSSFSheet sheet, CTNumRef reference) {
        List<Cell> cells = cells(sheet, reference.getF());
        Map<Integer, BigDecimal> cached = new HashMap<>();
        for (CTNumVal point : reference.getNumCache().getPtArray()) {
            cached.put((int) point.getIdx(), new BigDecimal(point.getV()));
        }
        for (int index = 0; index < cells.size(); index++) {
            Cell cell = cells.get(index);
            assertThat(cell.getCellType()).isIn(CellType.NUMERIC, CellType.BLANK);
            if (cell.getCellType() == CellType.NUMERIC) {
                assertThat(cached.get(index)).isEqualByComparingTo(BigDecimal.valueOf(cell.getNumericCellValue()));
            } else {
                assertThat(cached).doesNotContainKey(index);
            }
        }
    }

    private static void assertNoticeEverywhere(TermReport report, XSSFWorkbook book) {
        String notice = report.cover().simulated().orElse("Simulated");
        for (Sheet sheet : book) {
            boolean stands = Stream.of(0, 1, 2)
                    .map(sheet::getRow)
                    .filter(row -> row != null && row.getCell(0) != null)
                    .anyMatch(row -> row.getCell(0).getStringCellValue().startsWith(notice));
            assertThat(stands)
                    .as(sheet.getSheetName())
                    .isEqualTo(report.cover().simulated().isPresent());
        }
    }

    private static void assertPrintsWell(XSSFWorkbook book) {
        for (Sheet sheet : book) {
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            CellRangeAddress repeated = sheet.getRepeatingRows();
            assertThat(repeated).isNotNull();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) (repeated.getLastRow() + 1));
            assertThat(sheet.getFooter().getRight()).matches(Pattern.compile("&8 .*", Pattern.DOTALL));
        }
    }

    @Test
    void render_everyFigureOfTheRelease_isInDataAsPublished() throws IOException {
        InventedSchool school = InventedSchool.usual();
        PublishedRelease release = school.latest();
        Map<String, ReleaseFigure> published = new HashMap<>();
        release.figures().forEach(figure -> published.put(figure.id(), figure));
        int found = 0;
        try (XSSFWorkbook book = opened(TermReportWorkbook.render(report(school)))) {
            XSSFTable table = book.getSheet("Data").getTables().get(0);
            Map<String, Integer> columns = columns(table);
            for (int index = table.getStartRowIndex() + 1; index <= table.getEndRowIndex(); index++) {
                Row row = book.getSheet("Data").getRow(index);
                ReleaseFigure figure = published.get(words(row, columns, "id"));
                if (figure != null) {
                    found++;
                    assertNumber(row, columns, "value", figure.value());
                    assertNumber(row, columns, "lower", figure.lower());
                    assertNumber(row, columns, "upper", figure.upper());
                }
            }
        }
        assertThat(found).isEqualTo(published.size()).isPositive();
    }

    @Test
    void render_nothingShown_holdsNoValueAndNoChart() throws IOException {
        byte[] bytes = TermReportWorkbook.render(report(InventedSchool.usual().withNothingShown()));
        assertThat(new WorkbookParts(bytes).names()).noneMatch(part -> part.startsWith("xl/charts/"));
        try (XSSFWorkbook book = opened(bytes)) {
            for (String name : SHEETS) {
                if (name.equals("Data") || name.equals("Codebook")) {
                    continue;
                }
                for (Row row : book.getSheet(name)) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType())
                                .as("%s!%s", name, cell.getAddress())
                                .isNotEqualTo(CellType.NUMERIC);
                    }
                }
            }
        }
    }

    @Test
    void render_usualSchool_drawsEveryLineAndDotChartOfTheReport() throws IOException {
        TermReport report = report(InventedSchool.usual());
        List<String> said = new ArrayList<>();
        try (XSSFWorkbook book = opened(TermReportWorkbook.render(report))) {
            for (Sheet sheet : book) {
                if (sheet.getDrawingPatriarch() != null) {
                    identities((XSSFSheet) sheet).forEach(identity -> said.add(identity.getDescr()));
                }
            }
        }
        assertThat(said)
                .isNotEmpty()
                .containsAll(report.charts().stream()
                        .filter(chart -> chart instanceof LineChart || chart instanceof DotChart)
                        .map(chart -> chart.alternative())
                        .toList());
    }

    @Test
    void render_manyFigures_streamsTheSameSheet() throws Exception {
        TermReport report = report(InventedSchool.usual());
        List<FigureLine> many = new ArrayList<>();
        int wanted = System.getProperty("evenkeel.proof", "sample").equals("full") ? 100_000 : 30_000;
        while (many.size() < wanted) {
            many.addAll(report.figures());
        }
        TermReport large = report.with(many.subList(0, wanted));
        long start = System.nanoTime();
        byte[] bytes = TermReportWorkbook.render(large);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(
                "proof: workbook with " + wanted + " figures in " + millis + " ms, " + bytes.length + " bytes");
        WorkbookParts parts = new WorkbookParts(bytes);
        assertThat(parts.names().stream()
                        .filter(name -> name.startsWith("xl/tables/"))
                        .map(parts::text)
                        .filter(table -> table.contains("displayName=\"Figures\"")))
                .singleElement()
                .asString()
                .contains("ref=\"A5:V" + (wanted + 5) + "\"");
        assertThat(parts.end("xl/worksheets/sheet10.xml"))
                .contains("r=\"" + (wanted + 5) + "\"")
                .contains(">" + large.figures().get(wanted - 1).reading().id() + "<");
    }
}
