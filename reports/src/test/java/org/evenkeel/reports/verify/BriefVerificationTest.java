package org.evenkeel.reports.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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
    private static final int TRIES = Integer.getInteger("hv.tries", 0) > 0
            ? Integer.getInteger("hv.tries")
            : System.getProperty("evenkeel.proof", "sample").equals("full") ? 25 : 3;

    private static final Verification VERIFICATION = VerificationTest.verification(SCHOOL.latest(), SCHOOL.history());

    private static Verdict verify(byte[] brief) {
        return VERIFICATION.verify("brief", "briefs", brief);
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
    void digitOfABrief_isFoundAndItsFigureNamed() throws IOException {
        CohortBrief brief = BRIEFS.get(1);
        byte[] pdf = CohortBriefPdf.render(brief);
        Map<AlteredPdf.Place, Integer> counts = new EnumMap<>(AlteredPdf.Place.class);
        try (AlteredPdf document = AlteredPdf.of(pdf)) {
            for (AlteredPdf.Place place : AlteredPdf.Place.values()) {
                counts.put(place, document.count(place));
            }
        }
        for (AlteredPdf.Place place : AlteredPdf.Place.values()) {
            SplittableRandom chance = new SplittableRandom(place.name().hashCode());
            int sites = Objects.requireNonNull(counts.get(place));
            assertThat(sites).as(place.name()).isPositive();
            int named = 0;
            Set<String> without = new LinkedHashSet<>();
            for (int i = 0; i < TRIES; i++) {
                AlteredPdf.Site site = new AlteredPdf.Site(place, chance.nextInt(sites));
                List<Difference> differences = found(AlteredPdf.altered(pdf, site, 1 + chance.nextInt(9)));
                assertThat(differences).as(site.toString()).isNotEmpty();
                if (differences.stream()
                        .anyMatch(difference -> !difference.figures().isEmpty())) {
                    named++;
                } else {
                    assertThat(differences).as(site.toString()).noneMatch(difference -> isOfAFigure(brief, difference));
                    differences.forEach(difference -> without.add(difference.expected()));
                }
            }
            System.out.printf(
                    "proof: brief, %s: %d altered digits, all found, %d with their figure; the others in %s%n",
                    place, TRIES, named, without);
        }
    }

    /** What is found; an altered release's id is refused, for there is nothing then to compare with. */
    private static List<Difference> found(byte[] altered) {
        try {
            return verify(altered).differences();
        } catch (VerifyProblem unknownRelease) {
            assertThat(unknownRelease).hasMessageContaining("which the study's mart does not hold");
            String id = SCHOOL.latest().header().id();
            return List.of(new Difference("", "", id, List.of(), List.of(), Kind.NUMBER));
        }
    }

    /** Whether what should stand there is no part of a name, a date, a scale, a version, or of the running heads. */
    private static boolean isOfAFigure(CohortBrief brief, Difference difference) {
        boolean isAboutTheBrief = Stream.concat(
                        Stream.of(
                                brief.cover().subject(),
                                brief.cover().asOfText(),
                                brief.cover().release(),
                                brief.cover().version(),
                                brief.name(),
                                brief.before().orElse(""),
                                "95%"),
                        brief.rows().stream().flatMap(row -> Stream.of(row.measure(), row.scale())))
                .flatMap(words -> Numbers.wordsWithDigits(words).stream())
                .anyMatch(difference.expected()::equals);
        return !isAboutTheBrief && !difference.where().contains("head, foot");
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
