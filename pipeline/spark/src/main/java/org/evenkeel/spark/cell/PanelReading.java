package org.evenkeel.spark.cell;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.TermId;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.spark.table.CellColumn;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.UnitsColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Makes the panels of surveys out of the scores of several terms: the same people over all of them, first by person, then by the terms
 * in which they answered. Scores of earlier terms are read as they were kept. A source without ids has none.
 */
public final class PanelReading {
    private final Lake lake;

    /** A reading of this lake's scores. */
    public PanelReading(Lake lake) {
        this.lake = lake;
    }

    /**
     * The panels of every survey scale that anybody answered.
     *
     * @param terms the terms, in the order of the calendar
     * @param scores the folders of their scores, and perhaps of others
     * @param sources the sources and the scales that all terms were scored by
     */
    public Map<Measure, TermPanels> over(
            List<TermId> terms, Collection<LakeFolder> scores, List<SourceScales> sources) {
        List<CellRow> parts = new ArrayList<>();
        for (SourceScales source : sources) {
            if (source.source().rhythm() == Rhythm.SURVEY
                    && source.source().respondents() instanceof Respondents.Identified) {
                parts.addAll(parts(terms, scores, source));
            }
        }
        return CellRows.cells(parts).panels();
    }

    private List<CellRow> parts(List<TermId> terms, Collection<LakeFolder> scores, SourceScales source) {
        Map<Integer, LakeFolder> folders = new LinkedHashMap<>();
        for (int term = 0; term < terms.size(); term++) {
            int place = term;
            scores.stream()
                    .filter(folder -> folder.holds(LakeDataset.SCORES)
                            && folder.ofSource()
                                    .equals(Optional.of(source.source().id()))
                            && folder.ofTerm().equals(terms.get(place)))
                    .findFirst()
                    .ifPresent(folder -> folders.put(place, folder));
        }
        List<ScaleId> scales = source.scales().stream().map(Scale::id).toList();
        if (folders.isEmpty() || scales.isEmpty()) {
            return List.of();
        }
        List<TableColumn> read = new ArrayList<>(List.of(ScoreColumn.RESPONDENT));
        scales.forEach(scale -> read.add(new UnitsColumn(scale)));
        Dataset<Row> rows = folders.entrySet().stream()
                .map(folder -> lake.read(List.of(folder.getValue()), read)
                        .withColumn(WorkColumn.PLACE.columnName(), lit(folder.getKey())))
                .reduce(Dataset::unionByName)
                .orElseThrow();
        List<Column> values = new ArrayList<>();
        for (ScaleId scale : scales) {
            for (int term = 0; term < terms.size(); term++) {
                values.add(max(when(WorkColumn.PLACE.column().equalTo(lit(term)), new UnitsColumn(scale).column())));
            }
        }
        Dataset<Row> people = lake.together(rows, folders.values())
                .groupBy(ScoreColumn.RESPONDENT.column())
                .agg(values.get(0), values.stream().skip(1).toArray(Column[]::new))
                .drop(ScoreColumn.RESPONDENT.columnName());
        PanelFold fold = new PanelFold(
                source.source().id().value(),
                scales.stream().map(ScaleId::value).toList(),
                terms);
        return people.mapPartitions(fold, Encoders.row(CellColumn.schema())).collectAsList().stream()
                .map(CellRow::of)
                .toList();
    }
}
