package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.DefaultUDFFinder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.AnalysisTables.Standing;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseStanding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WhatIfSheetTest {
    private static final String SHEET = "What if";
    private static final String BELOW = "STANDARDNORMALBELOW";

    /**
     * The workbook with NORMSDIST under a name of its own, for the calculator at hand refuses it below zero. What LibreOffice makes
     * of the formulas as they stand is another test.
     */
    private static XSSFWorkbook calculable(byte[] workbook) throws IOException {
        XSSFWorkbook book = opened(workbook);
        NormalDistribution normal = new NormalDistribution();
        FreeRefFunction below = (arguments, place) -> {
            try {
                return new NumberEval(normal.cumulativeProbability(OperandResolver.coerceValueToDouble(
                        OperandResolver.getSingleValue(arguments[0], place.getRowIndex(), place.getColumnIndex()))));
            } catch (EvaluationException unusable) {
                return unusable.getErrorEval();
            }
        };
        book.addToolPack(new DefaultUDFFinder(new String[] {BELOW}, new FreeRefFunction[] {below}));
        formulas(book.getSheet(SHEET)).stream()
                .filter(cell -> cell.getCellFormula().contains("NORMSDIST("))
                .forEach(cell -> {
                    double written = cell.getNumericCellValue();
                    cell.setCellFormula(cell.getCellFormula().replace("NORMSDIST(", BELOW + "("));
                    cell.setCellValue(written);
                });
        return book;
    }

    private static TermReport report() {
        return SchoolWithAnalysis.report(InventedSchool.usual().sampled());
    }

    private static XSSFWorkbook opened(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    private static List<Cell> formulas(XSSFSheet sheet) {
        List<Cell> formulas = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add(cell);
                }
            }
        }
        return formulas;
    }

    /** The result written beside a formula, as words. */
    private static String cached(Cell cell) {
        return cell.getCachedFormulaResultType() == CellType.NUMERIC
                ? number(cell.getNumericCellValue())
                : cell.getStringCellValue();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    @Test
    void render_schoolWithAnalysis_isValidAndTheSameOnManyThreads() throws Exception {
        byte[] once = TermReportWorkbook.render(report());
        assertThat(new WorkbookParts(once).objections()).as("schema").isEmpty();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> again = Stream.generate(
                            () -> (Callable<byte[]>) () -> TermReportWorkbook.render(report()))
                    .limit(4)
                    .toList();
            for (Future<byte[]> other : threads.invokeAll(again)) {
                assertThat(other.get()).isEqualTo(once);
            }
        } finally {
            threads.shutdown();
        }
        System.out.println("proof: workbook with analysis valid, and the same from 4 threads");
    }

    @Test
    void write_usualThresholds_giveTheLevelsThatLikelihoodAloneGives() throws IOException {
        TermReport report = report();
        int compared = 0;
        int decidedOtherwise = 0;
        try (XSSFWorkbook book = opened(TermReportWorkbook.render(report))) {
            XSSFSheet sheet = book.getSheet(SHEET);
            XSSFTable table = sheet.getTables().get(0);
            List<Standing> standings = report.analysis().standings();
            assertThat(table.getDataRowCount()).isEqualTo(standings.size());
            for (int index = 0; index < standings.size(); index++) {
                Row row = sheet.getRow(table.getStartRowIndex() + 1 + index);
                Standing standing = standings.get(index);
                double likely = row.getCell(16).getNumericCellValue();
                assertThat(likely).isBetween((double) standing.likelihood(), standing.likelihood() + 5.0);
                String level = row.getCell(17).getStringCellValue();
                if (level.equals(standing.level())) {
                    assertThat(row.getCell(18).getStringCellValue()).isEmpty();
                } else {
                    decidedOtherwise++;
                    assertThat(index % 9)
                            .as("only what something else decided differs")
                            .isEqualTo(8);
                    assertThat(row.getCell(18).getStringCellValue()).isEqualTo("published: " + standing.level());
                }
                compared++;
            }
        }
        assertThat(decidedOtherwise).isPositive();
        System.out.println(
                "proof: " + compared + " groups keep their level, " + decidedOtherwise + " decided by other things");
    }

    @Test
    void write_resultsBesideFormulas_areWhatAnotherCalculatorGives() throws IOException {
        try (XSSFWorkbook book = calculable(TermReportWorkbook.render(report()))) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            int compared = 0;
            for (Cell cell : formulas(book.getSheet(SHEET))) {
                String written = cached(cell);
                CellValue value = evaluator.evaluate(cell);
                if (value.getCellType() == CellType.NUMERIC) {
                    assertThat(Double.parseDouble(written))
                            .as(cell.getCellFormula())
                            .isEqualTo(value.getNumberValue(), within(2e-6));
                } else {
                    assertThat(written).as(cell.getCellFormula()).isEqualTo(value.getStringValue());
                }
                compared++;
            }
            assertThat(compared).isPositive();
            System.out.println("proof: " + compared + " formulas evaluated anew");
        }
    }

    @Test
    void write_strictThresholds_turnFlagsOff() throws IOException {
        try (XSSFWorkbook book = calculable(TermReportWorkbook.render(report()))) {
            long before = flagged(book);
            threshold(book, "Threshold_Amber").setCellValue(100.5);
            threshold(book, "Threshold_Red").setCellValue(100.5);
            long strict = flagged(book);
            threshold(book, "Threshold_Amber").setCellValue(0);
            long lax = flagged(book);
            threshold(book, "Threshold_Answered").setCellValue(100);
            assertThat(strict).isZero();
            assertThat(before).isPositive();
            assertThat(lax).isGreaterThan(before);
            XSSFTable table = book.getSheet(SHEET).getTables().get(0);
            assertThat(levels(book, table)).containsOnly("grey");
        }
    }

    @Test
    void write_largerMaterialDifference_makesNothingLikelier() throws IOException {
        try (XSSFWorkbook book = calculable(TermReportWorkbook.render(report()))) {
            XSSFTable table = book.getSheet(SHEET).getTables().get(0);
            List<Double> last = List.of();
            for (double times : List.of(0.0, 0.5, 1.0, 1.01, 2.0, 5.0)) {
                threshold(book, "Threshold_Material").setCellValue(times);
                List<Double> likely = new ArrayList<>();
                FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
                for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
                    likely.add(evaluator
                            .evaluate(book.getSheet(SHEET).getRow(row).getCell(16))
                            .getNumberValue());
                }
                for (int index = 0; index < last.size(); index++) {
                    assertThat(likely.get(index)).isLessThanOrEqualTo(last.get(index));
                }
                last = likely;
            }
        }
    }

    private static long flagged(XSSFWorkbook book) {
        return levels(book, book.getSheet(SHEET).getTables().get(0)).stream()
                .filter(level -> !level.equals("none"))
                .count();
    }

    private static List<String> levels(XSSFWorkbook book, XSSFTable table) {
        FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
        List<String> levels = new ArrayList<>();
        for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
            levels.add(evaluator
                    .evaluate(book.getSheet(SHEET).getRow(row).getCell(17))
                    .getStringValue());
        }
        return levels;
    }

    private static Cell threshold(XSSFWorkbook book, String name) {
        CellReference place = new CellReference(book.getName(name).getRefersToFormula());
        return book.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
    }

    @Test
    void render_formulasAndNames_readShownCellsOnly() throws IOException {
        Pattern reference = Pattern.compile("(?:('[^']+'|[A-Za-z]+)!)?\\$?([A-Z]{1,2})\\$?(\\d+)");
        try (XSSFWorkbook book = opened(TermReportWorkbook.render(report()))) {
            int read = 0;
            for (Cell cell : formulas(book.getSheet(SHEET))) {
                assertThat(cell.getCellFormula()).doesNotContain("[", "INDIRECT", "OFFSET", "http");
                var found = reference.matcher(cell.getCellFormula().replaceAll("\"[^\"]*\"", "\"\""));
                while (found.find()) {
                    assertThat(found.group(1)).isIn(null, "Data");
                    read++;
                }
            }
            assertThat(read).isPositive();
            book.getAllNames().forEach(name -> {
                AreaReference area = new AreaReference(name.getRefersToFormula(), book.getSpreadsheetVersion());
                assertThat(book.getSheet(area.getFirstCell().getSheetName())).isNotNull();
            });
        }
    }

    @Test
    void render_numbersAboutWithheldGroups_appearInNoPart() throws IOException {
        PublishedRelease plain = InventedSchool.usual().latest();
        List<ReleaseStanding> standings = new ArrayList<>();
        List<ReleaseBand> bands = new ArrayList<>();
        List<ReleaseControl> controls = new ArrayList<>();
        for (ReleaseFigure figure : plain.figures()) {
            if (figure.kind().equals("mean") && figure.state() == State.WITHHELD) {
                String measure = figure.measure().orElseThrow();
                if (figure.period().equals(plain.header().term())) {
                    standings.add(new ReleaseStanding(
                            standings.size(),
                            measure,
                            figure.cohort(),
                            4,
                            planted(1),
                            planted(1),
                            planted(2),
                            4,
                            planted(3),
                            95,
                            Optional.empty(),
                            "red"));
                    bands.add(new ReleaseBand(
                            bands.size(), measure, figure.cohort(), 2, planted(4), planted(5), "planted basis"));
                } else {
                    controls.add(new ReleaseControl(
                            controls.size(),
                            measure,
                            figure.cohort(),
                            figure.period(),
                            ReleaseControl.Phase.WATCHED,
                            planted(6),
                            Optional.of(new ReleaseControl.Limits(planted(7), planted(8))),
                            4,
                            ReleaseControl.Signal.UNUSUAL));
                }
            }
        }
        assertThat(standings).isNotEmpty();
        assertThat(controls).isNotEmpty();
        PublishedRelease release = SchoolWithAnalysis.with(
                plain, new ReleaseAnalysis(standings, bands, controls, List.<ReleaseFunnel>of(), List.of(), List.of()));
        byte[] bytes = TermReportWorkbook.render(
                TermReport.of(release, InventedSchool.usual().history()));
        WorkbookParts parts = new WorkbookParts(bytes);
        for (String part : parts.names()) {
            assertThat(parts.text(part)).as(part).doesNotContain("73.91", "planted");
        }
        System.out.println("proof: " + (standings.size() + bands.size() + controls.size())
                + " planted entries about withheld means looked for in "
                + parts.names().size() + " parts, none found");
    }

    private static BigDecimal planted(int last) {
        return new BigDecimal("73.91" + "0" + last);
    }

    @Test
    void render_withoutAnalysis_saysSoInASentence() throws IOException {
        InventedSchool school = InventedSchool.usual();
        try (XSSFWorkbook book = opened(TermReportWorkbook.render(
                TermReport.of(SchoolWithAnalysis.with(school.latest(), ReleaseAnalysis.NONE), school.history())))) {
            assertThat(words(book.getSheet(SHEET))).contains("does not state where groups stand");
            assertThat(words(book.getSheet("Heat map"))).contains("states no bands");
            assertThat(words(book.getSheet("Weekly"))).contains("does not state what was to be expected");
            assertThat(words(book.getSheet("Peer support"))).contains("no measure of peer support");
            assertThat(formulas(book.getSheet(SHEET))).isEmpty();
        }
    }

    private static String words(XSSFSheet sheet) {
        StringBuilder words = new StringBuilder();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    words.append(cell.getStringCellValue()).append('\n');
                }
            }
        }
        return words.toString();
    }

    /** The results are taken out first, so that LibreOffice has to compute every formula itself. */
    @Test
    void write_resultsBesideFormulas_areWhatLibreOfficeGives(@TempDir Path folder) throws Exception {
        Optional<Path> office = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
        if (office.isEmpty()) {
            System.out.println("proof: skipped 1: LibreOffice is not installed, so it recalculates no what-if sheet");
        }
        Assumptions.assumeTrue(office.isPresent(), "LibreOffice is not installed");
        byte[] bytes = TermReportWorkbook.render(report());
        Map<String, String> written = new LinkedHashMap<>();
        Path stripped = folder.resolve("stripped.xlsx");
        try (XSSFWorkbook book = opened(bytes)) {
            formulas(book.getSheet(SHEET))
                    .forEach(cell -> written.put(cell.getAddress().formatAsString(), cached(cell)));
            String part = book.getSheet(SHEET)
                    .getPackagePart()
                    .getPartName()
                    .getName()
                    .substring(1);
            Files.write(
                    stripped,
                    CanonicalZip.of(
                            bytes,
                            Map.of(
                                    part,
                                    (content, out) -> out.write(new String(content, StandardCharsets.UTF_8)
                                            .replaceAll("(</f>)<v>[^<]*</v>", "$1")
                                            .replaceAll("(</f>)<v/>", "$1")
                                            .getBytes(StandardCharsets.UTF_8)))));
        }
        try (XSSFWorkbook emptied = opened(Files.readAllBytes(stripped))) {
            assertThat(formulas(emptied.getSheet(SHEET)))
                    .allMatch(cell -> !cell.toString().isEmpty())
                    .noneMatch(cell ->
                            cell.getCachedFormulaResultType() == CellType.NUMERIC && cell.getNumericCellValue() != 0);
        }
        Path recalculated = folder.resolve("out");
        Process process = new ProcessBuilder(
                        office.orElseThrow().toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        recalculated.toString(),
                        stripped.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        int compared = 0;
        try (XSSFWorkbook book = opened(Files.readAllBytes(recalculated.resolve("stripped.xlsx")))) {
            for (Cell cell : formulas(book.getSheet(SHEET))) {
                String expected = written.remove(cell.getAddress().formatAsString());
                assertThat(expected).as("%s", cell.getAddress()).isNotNull();
                if (cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                    assertThat(cell.getNumericCellValue())
                            .as("%s: %s", cell.getAddress(), cell.getCellFormula())
                            .isEqualTo(Double.parseDouble(expected), within(2e-6));
                } else {
                    assertThat(cached(cell))
                            .as("%s: %s", cell.getAddress(), cell.getCellFormula())
                            .isEqualTo(expected);
                }
                compared++;
            }
        }
        assertThat(written).isEmpty();
        System.out.println("proof: " + compared + " formulas recalculated by LibreOffice, all as written");
    }
}
