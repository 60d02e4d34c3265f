package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.reports.BriefedSchool;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.pdf.CohortBriefPdf;
import org.evenkeel.reports.verify.Difference.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A brief is compared with the one drawn afresh for the same group, and whatever digit of it is altered is found. */
@Tag("slow")
class BriefVerificationTest {
    private static final InventedSchool SCHOOL = InventedSchool.usual().sampled();
    private static final List<CohortBrief> BRIEFS = BriefedSchool.briefs(SCHOOL);
    private static final int TRIES =
            System.getProperty("evenkeel.proof", "sample").equals("full") ? 25 : 3;

    private static Verdict verify(byte[] brief) {
        return VerificationTest.verification(SCHOOL.latest(), SCHOOL.history()).verify("brief", "briefs", brief);
    }

    @Test
    void untouchedBriefs_agreeInEveryNumber() {
        for (CohortBrief brief : BRIEFS.subList(0, Math.min(TRIES, BRIEFS.size()))) {
            Verdict verdict = verify(CohortBriefPdf.render(brief));
            assertThat(verdict.differences()).as(brief.slug()).isEmpty();
            assertThat(verdict.numbers()).isGreaterThan(100);
            assertThat(verdict.figures()).isGreaterThan(brief.rows().size());
        }
    }

    @Test
    void digitOfABrief_isFound() throws IOException {
        byte[] pdf = CohortBriefPdf.render(BRIEFS.get(1));
        for (AlteredPdf.Place place : AlteredPdf.Place.values()) {
            SplittableRandom chance = new SplittableRandom(place.name().hashCode());
            int sites = AlteredPdf.count(pdf, place);
            assertThat(sites).as(place.name()).isPositive();
            int named = 0;
            List<String> missed = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                AlteredPdf.Site site = new AlteredPdf.Site(place, chance.nextInt(sites));
                Verdict verdict = verify(AlteredPdf.altered(pdf, site, 1 + chance.nextInt(9)));
                assertThat(verdict.differences()).as(site.toString()).isNotEmpty();
                boolean isNamed = verdict.differences().stream()
                        .anyMatch(difference -> difference.kind() == Kind.NUMBER
                                && !difference.figures().isEmpty());
                named += isNamed ? 1 : 0;
                if (!isNamed) {
                    missed.add(verdict.differences().get(0).text());
                }
            }
            System.out.printf(
                    "proof: brief, %s: %d altered digits, all found, %d with their figure%n", place, TRIES, named);
            missed.stream().distinct().forEach(miss -> System.out.println("       " + miss));
        }
    }

    @Test
    void briefOfAnotherGroup_isNotTakenForThisOne() {
        byte[] one = CohortBriefPdf.render(BRIEFS.get(0));
        byte[] other = CohortBriefPdf.render(BRIEFS.get(1));
        assertThat(one).isNotEqualTo(other);
        assertThat(verify(one).differences()).isEmpty();
        assertThat(verify(other).differences()).isEmpty();
    }
}
