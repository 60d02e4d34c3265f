package org.evenkeel.spark.cell;

import java.util.List;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.spark.lake.LakeFolder;

/**
 * What a term's responses came to.
 *
 * @param cells the cells of the term and, for check-ins, of its weeks
 * @param scores the folders of scores that were written, one per source
 */
public record TermCells(Cells cells, List<LakeFolder> scores) {
    public TermCells {
        scores = List.copyOf(scores);
    }
}
