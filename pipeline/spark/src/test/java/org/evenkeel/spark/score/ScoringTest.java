package org.evenkeel.spark.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.Score;
import org.evenkeel.spark.Proof;
import org.evenkeel.spark.SharedSession;
import org.evenkeel.spark.table.AnsweredColumn;
import org.evenkeel.spark.table.ItemColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.UnitsColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ScoringTest {
    private static final int SHEETS_AT_ONCE = 500;
    private static final int SCALES_AT_ONCE = 10;

    @Test
    void columns_generatedAnswerSheets_scoreAsTheRuleDoes() {
        int sheets = Proof.count(2_000, 100_000);
        int scales = 0;
        for (int done = 0; done < sheets; done += SHEETS_AT_ONCE) {
            // A new set of scales now and then; compiling them costs more than scoring with them.
            Random random = new Random(20_260_901 + done / (sheets / 4));
            List<ItemKey> items = IntStream.range(0, 12)
                    .mapToObj(i -> new ItemKey("item-" + i))
                    .toList();
            AnswerRange range = new AnswerRange(random.nextInt(3) - 1, 3 + random.nextInt(4));
            List<Scale> rules = IntStream.range(0, SCALES_AT_ONCE)
                    .mapToObj(i -> GeneratedScales.scale("scale-" + i, items, range, random))
                    .toList();
            scales = (done / (sheets / 4) + 1) * SCALES_AT_ONCE;
            agree(items, rules, range, new Random(done));
        }
        Proof.print("scoring parity %,d answer sheets over %d scales", sheets, scales);
    }

    private static void agree(List<ItemKey> items, List<Scale> rules, AnswerRange range, Random random) {
        List<Map<ItemKey, Integer>> sheets = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < SHEETS_AT_ONCE; i++) {
            Map<ItemKey, Integer> answers = new HashMap<>();
            int missingOf = random.nextInt(4);
            for (ItemKey item : items) {
                if (random.nextInt(4) >= missingOf) {
                    // One below to one above the range: what lies outside counts as missing.
                    answers.put(item, range.lowest() - 1 + random.nextInt(range.highest() - range.lowest() + 3));
                }
            }
            sheets.add(answers);
            rows.add(RowFactory.create(items.stream().map(answers::get).toArray()));
        }
        List<Column> columns = new ArrayList<>();
        for (Scale rule : rules) {
            columns.add(Scoring.units(rule).as(new UnitsColumn(rule.id()).columnName()));
            columns.add(Scoring.answered(rule).as(new AnsweredColumn(rule.id()).columnName()));
        }
        List<Row> scored = SharedSession.session()
                .createDataFrame(
                        rows,
                        TableColumn.schemaOf(items.stream().map(ItemColumn::new).toList()))
                .coalesce(1)
                .select(columns.toArray(Column[]::new))
                .collectAsList();

        for (int i = 0; i < sheets.size(); i++) {
            for (int j = 0; j < rules.size(); j++) {
                Optional<Score> found = scored.get(i).isNullAt(2 * j)
                        ? Optional.empty()
                        : Optional.of(new Score(
                                scored.get(i).getLong(2 * j), scored.get(i).getInt(2 * j + 1)));
                assertThat(found).isEqualTo(rules.get(j).score(sheets.get(i)));
            }
        }
    }

    @Test
    void meanUnits_sumsOfAnySign_areTheLatticesOwn() {
        long[][] cases = {{7, 3}, {-7, 3}, {-1, 2}, {1, 2}, {0, 5}, {-27_721, 13}, {123_456_789, 17}};
        for (long[] given : cases) {
            Row row = SharedSession.session()
                    .range(1)
                    .select(Scoring.meanUnits(functions.lit(given[0]), functions.lit(given[1])))
                    .head();

            assertThat(row.getLong(0)).isEqualTo(Lattice.meanUnits(given[0], given[1]));
        }
    }
}
