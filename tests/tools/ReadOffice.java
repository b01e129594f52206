import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Prints the words of a DOCX or XLSX as Apache POI reads it. Use: java ReadOffice.java FILE */
public class ReadOffice {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) throws Exception {
        try (InputStream file = new FileInputStream(arguments[0])) {
            if (arguments[0].endsWith(".xlsx")) {
                workbook(new XSSFWorkbook(file));
            } else {
                body(new XWPFDocument(file));
            }
        }
    }

    private static void body(IBody body) {
        for (IBodyElement element : body.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                OUT.println(paragraph.getText().replace('\n', ' '));
            } else if (element instanceof XWPFTable table) {
                for (XWPFTableRow row : table.getRows()) {
                    for (XWPFTableCell cell : row.getTableCells()) {
                        body(cell);
                    }
                }
            }
        }
    }

    /** Every cell must be text. */
    private static void workbook(XSSFWorkbook workbook) {
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK && cell.getCellType() != CellType.STRING) {
                    throw new IllegalStateException(cell.getAddress() + ": " + cell.getCellType());
                }
                OUT.println(cell.getStringCellValue());
            }
        }
    }
}
