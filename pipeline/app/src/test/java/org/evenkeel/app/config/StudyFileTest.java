package org.evenkeel.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.instrument.InstrumentId;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Codes;
import org.evenkeel.core.study.Columns;
import org.evenkeel.core.study.Consent;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.CrisisResources;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.DuplicateRule;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.InstrumentUse;
import org.evenkeel.core.study.Language;
import org.evenkeel.core.study.Logo;
import org.evenkeel.core.study.Presentation;
import org.evenkeel.core.study.Reading;
import org.evenkeel.core.study.ReleaseCadence;
import org.evenkeel.core.study.ReleaseCadence.TermRelease;
import org.evenkeel.core.study.ReleaseCadence.WeeklyRelease;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Study;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
    private static final String LEAST = """
            study: Northfield
            terms:
              - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18 }
            sources:
              survey: { exports: exports/*, respondent: token, instruments: [pss-10] }
            """;

    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");

    @TempDir
    private Path folder;

    private StudyFile load(String yaml) throws IOException {
        Files.writeString(folder.resolve(StudyFile.NAME), yaml);
        return StudyFile.load(folder, SmallCatalogue.catalogue());
    }

    /** What loading says, with the folder taken out of the places. */
    private String refusal(String yaml) throws IOException {
        Files.writeString(folder.resolve(StudyFile.NAME), yaml);
        try {
            StudyFile.load(folder, SmallCatalogue.catalogue());
        } catch (UsageProblem refused) {
            return String.valueOf(refused.getMessage()).replace(folder + "/", "");
        }
        throw new AssertionError("the study was taken");
    }

    @Test
    void defaults() throws IOException {
        StudyFile file = load(LEAST);
        assertThat(file.study())
                .isEqualTo(new Study(
                        "Northfield",
                        new SchoolCalendar(
                                ZoneOffset.UTC,
                                List.of(new Term(
                                        new TermId("2026-autumn"),
                                        new DateRange(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 12, 18)),
                                        LocalDate.of(2026, 12, 18),
                                        List.of()))),
                        Coverage.SAMPLE,
                        new ReleaseCadence(TermRelease.CUT_OFF, WeeklyRelease.TERM),
                        new Roster.OwnColumns(),
                        new CohortPlan(List.of(), List.of(Grouping.SCHOOL), Map.of()),
                        Headcounts.NONE,
                        List.of(new Source(
                                new SourceId("survey"),
                                Rhythm.SURVEY,
                                List.of("exports/*"),
                                new Respondents.Identified("token", "study"),
                                List.of(new InstrumentUse(
                                        new InstrumentId("pss-10"),
                                        Optional.empty(),
                                        new Columns.NamedLikeItems(),
                                        Map.of())),
                                Map.of(),
                                Map.of(),
                                DuplicateRule.LAST,
                                Optional.empty())),
                        10,
                        Optional.empty()));
        assertThat(file.mart()).isEqualTo(new MartLocation.Embedded(folder.resolve("mart")));
        assertThat(file.folder()).isEqualTo(folder);
    }

    @Test
    void sourceOfItemsAlone_isACheckIn() throws IOException {
        Source source = load(LEAST.replace("instruments: [pss-10]", "items: { stress: Q1 }"))
                .study()
                .sources()
                .get(0);
        assertThat(source.rhythm()).isEqualTo(Rhythm.CHECK_IN);
        assertThat(source.items()).isEqualTo(Map.of(new ItemKey("stress"), "Q1"));
    }

    @Test
    void attributesWithoutAReport_divideTheSchoolByEach() throws IOException {
        Study study = load(LEAST + "cohorts: { attributes: [year, campus] }\n").study();
        assertThat(study.cohorts().groupings()).extracting(Grouping::key).containsExactly("school", "year", "campus");
    }

    @Test
    void everyKey_maps() throws IOException {
        Files.writeString(folder.resolve("roster.csv"), "respondent,term,year,campus\n");
        Files.writeString(folder.resolve("heads.csv"), "term,year,students\n2026-autumn,1,100\n2026-autumn,2,90\n");
        StudyFile file = load("""
                study: Northfield
                timezone: Europe/London
                census: true
                threshold: 12
                simulated: Everything here is simulated.
                terms:
                  - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18, cut-off: 2027-01-08, exams: [2026-12-07..2026-12-18, 2026-10-01] }
                releases: { term: cut-off, weekly: monthly }
                roster: { file: roster.csv, id-space: tokens }
                cohorts:
                  attributes: [year, campus]
                  report: [school, year x campus]
                  roll-up: { year: [[1, 2]] }
                  aliases: { year: { Yr 2: 2 } }
                headcounts: heads.csv
                mart: { url: "jdbc:postgresql://mart/evenkeel", user: keel, password: "${env:MART_PASSWORD}" }
                sources:
                  survey:
                    exports: [a/*, b/*]
                    respondent: token
                    id-space: tokens
                    rhythm: check-in
                    instruments:
                      - { id: who-5, coding: agree-high, columns: { who5_1: A, who5_2: B, who5_3: C, who5_4: D, who5_5: E }, answers: { never: 1 } }
                      - { id: pss-10, columns: "Q7_*", codes: 5..1 }
                      - { id: phq-9, columns: [P1, P2, P3, P4, P5, P6, P7, P8, P9] }
                    items: { stress: Q1 }
                    attributes: { year: "What year?", campus: { column: Q9, choice: North } }
                    platform: qualtrics
                    consent: { column: agreed, accepted: [I do] }
                    time: { column: when, zone: America/New_York, dates: excel-1904 }
                    missing: [-99, refused]
                    identifiers: { drop: [Contact, Q40_*] }
                    crisis-resources: shown
                """);
        Study study = file.study();
        assertThat(study.calendar().zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(study.calendar().terms().get(0).cutOff()).isEqualTo(LocalDate.of(2027, 1, 8));
        assertThat(study.calendar().terms().get(0).exams())
                .containsExactly(
                        new DateRange(LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 18)),
                        new DateRange(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 1)));
        assertThat(study.coverage()).isEqualTo(Coverage.CENSUS);
        assertThat(study.threshold()).isEqualTo(12);
        assertThat(study.simulated()).contains("Everything here is simulated.");
        assertThat(study.cadence().weekly()).isEqualTo(WeeklyRelease.MONTHLY);
        assertThat(study.roster()).isEqualTo(new Roster.FromFile("roster.csv", "tokens"));
        assertThat(study.cohorts())
                .isEqualTo(new CohortPlan(
                        List.of(YEAR, CAMPUS),
                        List.of(Grouping.SCHOOL, new Grouping(List.of(YEAR, CAMPUS))),
                        Map.of(YEAR, List.of(Set.of("1", "2"))),
                        Map.of(YEAR, Map.of("Yr 2", "2"))));
        assertThat(file.mart())
                .isEqualTo(new MartLocation.Server(
                        "jdbc:postgresql://mart/evenkeel",
                        Optional.of("keel"),
                        Optional.of(new Secret.InEnvironment("MART_PASSWORD"))));
        Source source = study.sources().get(0);
        assertThat(source)
                .isEqualTo(new Source(
                        new SourceId("survey"),
                        Rhythm.CHECK_IN,
                        List.of("a/*", "b/*"),
                        new Respondents.Identified("token", "tokens"),
                        List.of(
                                new InstrumentUse(
                                        new InstrumentId("who-5"),
                                        Optional.of("agree-high"),
                                        new Columns.ByName(Map.of(
                                                new ItemKey("who5_1"), "A",
                                                new ItemKey("who5_2"), "B",
                                                new ItemKey("who5_3"), "C",
                                                new ItemKey("who5_4"), "D",
                                                new ItemKey("who5_5"), "E")),
                                        Map.of("never", 1)),
                                new InstrumentUse(
                                        new InstrumentId("pss-10"),
                                        Optional.empty(),
                                        new Columns.Matching("Q7_*"),
                                        Map.of(),
                                        new Codes(5, 1)),
                                new InstrumentUse(
                                        new InstrumentId("phq-9"),
                                        Optional.empty(),
                                        new Columns.InOrder(
                                                List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")),
                                        Map.of())),
                        Map.of(new ItemKey("stress"), "Q1"),
                        Map.of(YEAR, "What year?", CAMPUS, "Q9"),
                        DuplicateRule.LAST,
                        Optional.of("qualtrics"),
                        Optional.of(new Consent("agreed", Set.of("I do"))),
                        Optional.of("when"),
                        new Reading(
                                Set.of("-99", "refused"),
                                Set.of("Contact", "Q40_*"),
                                Map.of(CAMPUS, "North"),
                                "America/New_York",
                                DateForm.EXCEL_1904,
                                CrisisResources.SHOWN)));
    }

    @Test
    void duplicates_areDeclaredForASurvey_andRefusedForCheckIns() throws IOException {
        assertThat(load(LEAST.replace("[pss-10] }", "[pss-10], duplicates: most-complete }"))
                        .study()
                        .sources()
                        .get(0)
                        .duplicates())
                .isEqualTo(DuplicateRule.MOST_COMPLETE);
        assertThat(refusal(LEAST.replace("[pss-10] }", "[pss-10], rhythm: check-in, duplicates: first }")))
                .contains("every check-in counts towards its respondent's mean");
    }

    @Test
    void codesThatDoNotFit_areRefused() throws IOException {
        assertThat(refusal(LEAST.replace("[pss-10]", "[{ id: pss-10, codes: 1..4 }]")))
                .contains("the values of pss-10 are 1..5, so it needs 5 codes. Value given: 1..4");
        assertThat(refusal(LEAST.replace("[pss-10]", "[{ id: pss-10, codes: from one }]")))
                .contains("such as 1..5");
    }

    @Test
    void slipsOfThePen_areAllSaidAtOnce() throws IOException {
        assertThat(refusal("""
                        study: Northfield
                        timezone: Europe/Londn
                        census: yes
                        treshold: 12
                        terms:
                          - { id: 2026-autumn, from: 2026-09-07, to: 2026-12-18, cut-off: 2026-12-01, exams: [2026-12-20..2026-12-21] }
                          - { id: 2027-spring, from: 2026-12-18, to: 2027-03-31 }
                          - { id: 2027-summer, from: 2027-4-1, to: 2027-06-30 }
                        releases: { weekly: montly }
                        roster: { from: survy }
                        cohorts:
                          attributes: [year, campus]
                          report: [school, yaer, campus x campus]
                          roll-up: { campus: [[North]], years: [[1, 2]] }
                        sources:
                          survey: { exports: exports/*, respondent: token, instruments: [pss10, { id: who-5, columns: [A, B] }], attributes: { gender: Q2 } }
                          Poll: { exports: exports/*, instruments: [k10] }
                          both: { exports: both/*, respondent: none, instruments: [phq-8, phq-9, phq-8], platform: qualtrix }
                          empty: { exports: empty/*, respondent: token, id-spaces: x }
                        """)).isEqualTo("""
                        study.yaml:2:11: no time zone is called 'Europe/Londn', did you mean 'Europe/London'?
                        study.yaml:3:9: must be one of false, true. Value given: 'yes'
                        study.yaml:4:1: unknown key 'treshold', did you mean 'threshold'?
                        study.yaml:6:58: the cut-off must be on or after the term's last day 2026-12-18. Value given: 2026-12-01
                        study.yaml:6:87: exams must lie within the term 2026-09-07..2026-12-18. Value given: 2026-12-20..2026-12-21
                        study.yaml:8:30: expected a day such as 2026-09-07. Value given: '2027-4-1'
                        study.yaml:9:21: must be one of monthly, term. Value given: 'montly', did you mean 'monthly'?
                        study.yaml:10:17: there is no source 'survy' that can be a roster, did you mean 'survey'?
                        study.yaml:13:20: 'yaer' is no attribute under cohorts: attributes; declared are year, campus, did you mean 'year'?
                        study.yaml:13:26: an attribute cannot be combined with itself. Value given: 'campus x campus'
                        study.yaml:14:23: a roll-up joins at least 2 values. Value given: 1
                        study.yaml:14:33: 'years' is no attribute under cohorts: attributes; declared are year, campus, did you mean 'year'?
                        study.yaml:16:66: there is no instrument 'pss10', did you mean 'pss-10'?
                        study.yaml:16:95: who-5 has 5 items, so it needs as many columns. Value given: 2
                        study.yaml:16:120: 'gender' is no attribute under cohorts: attributes; declared are year, campus
                        study.yaml:17:3: must be lower-case letters, digits and hyphens, at most 64. Value given: 'Poll'
                        study.yaml:17:9: key 'respondent' is missing: name the column that holds the respondent's id, or write none
                        study.yaml:17:20: 'exports/*' belongs to source survey already
                        study.yaml:18:46: phq-9 and phq-8 cannot both be asked by one source: their difference would give away [phq9_9], which is never kept; ask one of them
                        study.yaml:18:74: instrument phq-8 is given twice
                        study.yaml:18:92: must be one of csv, google-forms, limesurvey, microsoft-forms, qualtrics, redcap, surveymonkey. Value given: 'qualtrix', did you mean 'qualtrics'?
                        study.yaml:19:3: source empty asks nothing: give it instruments or items
                        study.yaml:19:49: unknown key 'id-spaces', did you mean 'id-space'?""");
    }

    @Test
    void scoreThatNeedsADroppedItem_withoutIt_namesTheInstrumentToAsk() throws IOException {
        String whole = "; phq9_9 is needed for the score, and is not kept; where it was not asked, ask phq-8";
        assertThat(refusal(LEAST.replace("[pss-10]", "[{ id: phq-9, columns: [A, B, C, D, E, F, G, H] }]")))
                .isEqualTo("study.yaml:5:88: phq-9 has 9 items, so it needs as many columns. Value given: 8" + whole);
        assertThat(refusal(LEAST.replace(
                        "[pss-10]",
                        "[{ id: phq-9, columns: { phq9_1: A, phq9_2: B, phq9_3: C, phq9_4: D, phq9_5: E, phq9_6: F,"
                                + " phq9_7: G, phq9_8: H } }]")))
                .isEqualTo("study.yaml:5:88: no column is given for phq9_9" + whole);
    }

    @Test
    void termsOutOfOrder_areRefused() throws IOException {
        assertThat(refusal(LEAST.replace(
                        "sources:", "  - { id: 2026-autumn, from: 2026-12-18, to: 2027-03-31 }\nsources:")))
                .isEqualTo("""
                        study.yaml:4:5: term '2026-autumn' is given twice
                        study.yaml:4:5: terms must stand in order and not overlap: 2026-autumn begins 2026-12-18, but 2026-autumn ends 2026-12-18""");
    }

    @Test
    void lowerThreshold_isRefused() throws IOException {
        assertThat(refusal("threshold: 5\n" + LEAST))
                .isEqualTo(
                        "study.yaml:1:12: the threshold may be raised above 10 respondents, never lowered. Value given: 5");
    }

    @Test
    void scaleReportedTwice_isRefused() throws IOException {
        assertThat(refusal(LEAST.replace("[pss-10]", "[stress-single], items: { stress: Q1 }")))
                .isEqualTo(
                        "study.yaml:5:82: scale stress is reported twice: by instrument stress-single and by item stress");
    }

    @Test
    void rosterFile_needsWhomItSpeaksOf() throws IOException {
        Files.writeString(folder.resolve("roster.csv"), "respondent\n");
        assertThat(refusal("roster: { file: roster.csv }\n"
                        + LEAST
                        + "  poll: { exports: poll/*, respondent: none, instruments: [k10] }\n"))
                .isEqualTo("study.yaml:7:3: source poll has respondent: none, so a roster file cannot say who its"
                        + " respondents are; name the columns of its own attributes, or its respondents");
        assertThat(refusal("roster: { file: absent.csv, id-space: tokens }\n" + LEAST))
                .isEqualTo("""
                        study.yaml:1:17: no source has the id-space 'tokens' of this roster; there are study
                        study.yaml:1:17: there is no file 'absent.csv' in the study's folder""");
    }

    @Test
    void literalPassword_isRefusedAndNotRepeated() throws IOException {
        assertThat(refusal("mart: { url: 'jdbc:postgresql://mart/keel', password: hunter2 }\n" + LEAST))
                .isEqualTo("study.yaml:1:55: a secret does not stand in the study: write ${env:NAME} or ${file:/path},"
                        + " which say where it is");
    }

    @Test
    void censusWithoutHeadcounts_isRefused() throws IOException {
        assertThat(refusal("census: true\n" + LEAST))
                .isEqualTo("study.yaml:1:1: a census needs headcounts: name a headcounts file, or leave census out");
    }

    @Test
    void noStudy_saysHowToMakeOne() {
        Path nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> StudyFile.load(nothing, SmallCatalogue.catalogue()))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("evenkeel init");
    }

    @Test
    void load_presentation_bindsLanguagePaperColoursLogoAndContacts() throws IOException {
        byte[] png = image(new BufferedImage(4, 3, BufferedImage.TYPE_INT_ARGB), "png");
        Files.write(folder.resolve("logo.png"), png);
        Presentation read = load(LEAST + """
                language: es
                reports:
                  paper: letter
                  colours: ["#1F3A5F", "#b5562b"]
                  logo: logo.png
                  contacts:
                    - { for: report, name: Oficina, details: "oficina@example.org" }
                    - { for: crisis, name: Teléfono, details: "555 0100" }
                """).presentation();
        assertThat(read)
                .isEqualTo(new Presentation(
                        Language.SPANISH,
                        Presentation.Paper.LETTER,
                        List.of(new Presentation.Colour("#1f3a5f"), new Presentation.Colour("#b5562b")),
                        Optional.of(Logo.of(png)),
                        List.of(
                                new Presentation.Contact(
                                        Presentation.Contact.Purpose.REPORT, "Oficina", "oficina@example.org"),
                                new Presentation.Contact(
                                        Presentation.Contact.Purpose.CRISIS, "Teléfono", "555 0100"))));
        assertThat(load(LEAST).presentation()).isEqualTo(Presentation.PLAIN);
    }

    @Test
    void load_presentationThatCannotBe_isRefusedWithEveryProblem() throws IOException {
        Files.writeString(folder.resolve("logo.svg"), "<svg/>");
        assertThat(refusal(LEAST + """
                language: fr
                reports:
                  paper: a5
                  colours: [blue]
                  logo: logo.svg
                  contacts: [{ for: party, name: Us, details: here }]
                """))
                .contains("must be one of en-GB, en-US, es. Value given: 'fr'")
                .contains("must be one of a4, letter. Value given: 'a5'")
                .contains("such as #1f3a5f. Value given: 'blue'")
                .contains("a logo is a PNG or JPEG image. Value given: 6 bytes of something else")
                .contains("must be one of crisis, report. Value given: 'party'");
        assertThat(refusal(LEAST + "reports: { logo: nowhere.png }")).contains("there is no file 'nowhere.png'");
    }

    @Test
    void load_logoThatCannotBeDrawn_isRefusedInASentence() throws IOException {
        byte[] whole = image(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        Files.write(folder.resolve("half.png"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(LEAST + "reports: { logo: half.png }"))
                .contains("the image 'half.png' is damaged and cannot be drawn");

        Files.write(folder.resolve("wide.png"), image(new BufferedImage(4001, 1, BufferedImage.TYPE_BYTE_GRAY), "png"));
        assertThat(refusal(LEAST + "reports: { logo: wide.png }"))
                .contains("at most 4000 pixels wide and high. Value given: 'wide.png', 4001 by 1");

        Files.write(folder.resolve("press.jpg"), pressColours());
        assertThat(refusal(LEAST + "reports: { logo: press.jpg }"))
                .contains("'press.jpg' has the colours of a printing press (CMYK)")
                .contains("save it as PNG, or as JPEG in RGB");
    }

    @Test
    void load_logoAsJpeg_isTaken() throws IOException {
        for (int type : List.of(BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY)) {
            byte[] jpeg = image(new BufferedImage(40, 30, type), "jpg");
            Files.write(folder.resolve("logo.jpg"), jpeg);
            assertThat(load(LEAST + "reports: { logo: logo.jpg }")
                            .presentation()
                            .logo())
                    .contains(Logo.of(jpeg));
        }
    }

    private static byte[] image(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A JPEG of four channels, as programs for print make it. */
    private static byte[] pressColours() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(
                    null,
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 8, 8, 4, null), List.of(), null),
                    null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
