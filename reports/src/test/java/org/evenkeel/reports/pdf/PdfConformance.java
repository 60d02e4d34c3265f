package org.evenkeel.reports.pdf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.Judged;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF has against a document. */
public final class PdfConformance {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfConformance() {}

    /** The standards that variants of a document are held to, which is itself held to both. */
    public static List<PDFAFlavour> ofVariants() {
        return Judged.firstOf(List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A), 1);
    }

    /** Every rule of a standard that the document breaks, and where. */
    public static List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                PDFAParser parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = foundry.createValidator(flavour, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> failures = new ArrayList<>(result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " @ "
                            + assertion.getLocation().getContext())
                    .toList());
            if (!result.isCompliant() && failures.isEmpty()) {
                failures.add("not compliant with " + flavour);
            }
            System.out.println("proof: veraPDF " + flavour + ", " + result.getTotalAssertions() + " assertions, "
                    + failures.size() + " failed");
            return failures;
        }
    }
}
