package org.evenkeel.reports.excel;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The words that cells of a workbook share: each is kept once, and a cell names its number. */
final class SharedWords {
    private final XSSFWorkbook book;
    private final Map<String, Integer> numbers = new HashMap<>();

    SharedWords(XSSFWorkbook book) {
        this.book = book;
    }

    /** The number of these words. */
    int number(String words) {
        return numbers.computeIfAbsent(
                words, each -> book.getSharedStringSource().addSharedStringItem(new XSSFRichTextString(each)));
    }
}
