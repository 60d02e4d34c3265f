package org.evenkeel.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.app.demo.Submission.Kind;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;

/**
 * A medical school that does not exist: its students, and what they answer in each term. The seed decides everything, so
 * that the same seed gives the same school on every machine.
 *
 * @param seed the seed
 * @param shape how large the school is
 * @param calendar its terms
 * @param students everyone who is a student in any of the terms
 */
public record SimulatedSchool(long seed, SchoolShape shape, SchoolCalendar calendar, List<Student> students) {
    /** The programme nearly everyone is in. */
    static final String MAIN_PROGRAMME = "MD";

    /** A programme of eight students or fewer at a school of four years. */
    static final String RESEARCH_PROGRAMME = "MD-PhD";

    /** A programme of six to eight students at a school of four years, all of the last campus. */
    static final String RURAL_PROGRAMME = "Rural track";

    /** The questionnaires of the term survey, in the order students see them. */
    static final List<Questionnaire> TERM_SURVEY = List.of(
            Questionnaire.PSS_10,
            Questionnaire.UWES_3S,
            Questionnaire.WHO_5,
            Questionnaire.OLBI_S,
            Questionnaire.UCLA_3);

    /** The reasons for not using peer support that the support survey offers. */
    static final int REASONS = 4;

    private static final int FIRST_YEAR = 2025;
    private static final int WEEKS = 15;
    private static final int SURVEY_OPENS_IN_WEEK = 7;
    private static final int SURVEY_DAYS = 26;
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    public SimulatedSchool {
        students = List.copyOf(students);
    }

    /** The school of this seed. */
    public static SimulatedSchool of(long seed, SchoolShape shape) {
        return new SimulatedSchool(seed, shape, calendar(shape.terms()), enrol(seed, shape));
    }

    /** The terms, first to last. */
    public List<Term> terms() {
        return calendar.terms();
    }

    /** Who is a student in the term, which is counted from 0, and in what year. */
    public List<Enrolment> enrolled(int term) {
        int academicYear = academicYear(term);
        List<Enrolment> enrolled = new ArrayList<>();
        for (Student student : students) {
            int year = academicYear - student.entry() + 1;
            if (year >= 1 && year <= shape.years() && !hasLeft(student, academicYear)) {
                enrolled.add(new Enrolment(student, year));
            }
        }
        return List.copyOf(enrolled);
    }

    /** What the survey platform holds of the term survey: answers in the order of {@link #TERM_SURVEY}. */
    public List<Submission> termSurvey(int term) {
        LocalDate opens = terms().get(term).days().from().plusWeeks(SURVEY_OPENS_IN_WEEK);
        List<Submission> submissions = new ArrayList<>();
        for (Enrolment enrolment : enrolled(term)) {
            Student student = enrolment.student();
            Chance chance = Chance.of(seed, "term survey", student.place(), term);
            Map<Construct, Double> hidden = HiddenState.of(seed, student, term).with(shifts(enrolment, term));
            double logit = PlantedTruth.surveyLogit(enrolment.year())
                    + PlantedTruth.SURVEY_WILLINGNESS * willingness(student)
                    + PlantedTruth.SURVEY_STRESS * hidden.getOrDefault(Construct.STRESS, 0.0);
            boolean answers = chance.happens(Chance.probability(logit));
            LocalDateTime started = surveyMoment(opens, chance);
            LocalDateTime ended = started.plusSeconds(chance.between(200, 900));
            List<String> cells = answers(TERM_SURVEY, hidden, chance);
            boolean givesUp = chance.happens(answers ? 0.02 : 0.08);
            if (givesUp) {
                LocalDateTime earlier = started.minusDays(1);
                submissions.add(new Submission(
                        Kind.UNFINISHED,
                        Optional.of(student),
                        earlier,
                        earlier.plusSeconds(chance.between(40, 200)),
                        upTo(cells, chance.between(1, cells.size() - 4))));
            }
            if (answers) {
                submissions.add(new Submission(Kind.SUBMITTED, Optional.of(student), started, ended, cells));
            }
            if (answers && chance.happens(0.01)) {
                LocalDateTime again = started.plusDays(chance.between(1, 2)).plusMinutes(17);
                submissions.add(new Submission(
                        Kind.SUBMITTED,
                        Optional.of(student),
                        again,
                        again.plusSeconds(chance.between(150, 700)),
                        answers(TERM_SURVEY, hidden, chance)));
            }
        }
        submissions.addAll(rowsNobodyWasInvitedTo(term, opens));
        submissions.sort(Comparator.comparing(Submission::ended).thenComparing(SimulatedSchool::number));
        return withStrayAnswers(submissions, Chance.of(seed, "stray answers", term));
    }

    /**
     * What the data capture system holds of the support survey: the four friends' items, how supported one felt (0 to 10),
     * belonging (1 to 5), and a yes or no for each reason not to use peer support.
     */
    public List<Submission> supportSurvey(int term) {
        LocalDate opens = terms().get(term).days().from().plusWeeks(SURVEY_OPENS_IN_WEEK + 2);
        List<Submission> submissions = new ArrayList<>();
        for (Enrolment enrolment : enrolled(term)) {
            Student student = enrolment.student();
            Chance chance = Chance.of(seed, "support survey", student.place(), term);
            if (!chance.happens(Chance.probability(0.1 + willingness(student)))) {
                continue;
            }
            Map<Construct, Double> hidden = HiddenState.of(seed, student, term).with(shifts(enrolment, term));
            double support = hidden.getOrDefault(Construct.LOW_SUPPORT, 0.0);
            List<String> cells = new ArrayList<>(answers(List.of(Questionnaire.MSPSS_FRIENDS), hidden, chance));
            cells.add(
                    Integer.toString(clamp(chance.roundedFairly(6.3 - 1.5 * support + 1.2 * chance.normal()), 0, 10)));
            cells.add(Integer.toString(clamp(chance.roundedFairly(3.7 - 0.7 * support + 0.5 * chance.normal()), 1, 5)));
            boolean uses = takesUp(student, term);
            for (int reason = 0; reason < REASONS; reason++) {
                cells.add(!uses && chance.happens(0.22) ? "1" : "0");
            }
            LocalDateTime started = surveyMoment(opens, chance);
            boolean submits = !chance.happens(0.03);
            submissions.add(new Submission(
                    submits ? Kind.SUBMITTED : Kind.UNFINISHED,
                    Optional.of(student),
                    started,
                    started.plusSeconds(chance.between(60, 400)),
                    submits ? cells : upTo(cells, 2)));
        }
        submissions.sort(Comparator.comparing(Submission::started).thenComparing(SimulatedSchool::number));
        return List.copyOf(submissions);
    }

    /** What the check-in platform holds of the term's weeks: stress (1 to 5), energy (0 to 6) and peer contact (0 to 3). */
    public List<Submission> checkIns(int term) {
        Term calendarTerm = terms().get(term);
        List<Submission> submissions = new ArrayList<>();
        for (Enrolment enrolment : enrolled(term)) {
            Student student = enrolment.student();
            HiddenState state = HiddenState.of(seed, student, term);
            Map<Construct, Double> hidden = state.with(worseOff(enrolment) ? Construct::worseCohortShift : none -> 0.0);
            double willing = PlantedTruth.CHECK_IN_WILLINGNESS
                    * Chance.of(seed, "check-ins", student.place()).normal();
            double contacts = contactsAWeek(student, term);
            for (int week = 0; week < WEEKS; week++) {
                Chance chance = Chance.of(seed, "check-in", student.place(), term, week);
                double logit = PlantedTruth.CHECK_IN_START + willing + PlantedTruth.CHECK_IN_DECLINE * week;
                if (!chance.happens(Chance.probability(logit))) {
                    continue;
                }
                int contact = contactAnswer(chance.poisson(contacts));
                Season season = Season.of(calendarTerm, week);
                LocalDateTime started = calendarTerm
                        .days()
                        .from()
                        .plusWeeks(week)
                        .plusDays(chance.between(3, 6))
                        .atTime(chance.between(7, 22), chance.between(0, 59), chance.between(0, 59));
                List<String> cells = Arrays.asList(
                        checkInAnswer(
                                PlantedTruth.CHECK_IN_STRESS.expected(hidden, season, contact, chance.normal()),
                                1,
                                5,
                                chance),
                        checkInAnswer(
                                PlantedTruth.CHECK_IN_ENERGY.expected(hidden, season, contact, chance.normal()),
                                0,
                                6,
                                chance),
                        missing(chance) ? "" : Integer.toString(contact));
                if (chance.happens(0.02)) {
                    submissions.add(new Submission(
                            Kind.UNFINISHED,
                            Optional.of(student),
                            started.minusHours(2),
                            started.minusHours(2).plusSeconds(9),
                            List.of("", "", "")));
                }
                submissions.add(new Submission(
                        Kind.SUBMITTED,
                        Optional.of(student),
                        started,
                        started.plusSeconds(chance.between(12, 90)),
                        cells));
                if (chance.happens(0.01)) {
                    submissions.add(new Submission(
                            Kind.SUBMITTED,
                            Optional.of(student),
                            started.plusMinutes(40),
                            started.plusMinutes(40).plusSeconds(21),
                            cells));
                }
            }
        }
        submissions.sort(Comparator.comparing(Submission::started).thenComparing(SimulatedSchool::number));
        return List.copyOf(submissions);
    }

    /** Whether the enrolment belongs to the cohort that is truly worse off. */
    boolean worseOff(Enrolment enrolment) {
        return enrolment.year() == worseYear() && enrolment.student().campus().equals(worseCampus());
    }

    /** The year of the cohort that is truly worse off. */
    int worseYear() {
        return Math.min(PlantedTruth.WORSE_YEAR, shape.years());
    }

    /** The campus of the cohort that is truly worse off. */
    String worseCampus() {
        return shape.campuses().get(shape.campuses().size() - 1).name();
    }

    /** The campus at which peer support is rolled out. */
    String supportedCampus() {
        return shape.campuses().get(0).name();
    }

    /** Whether the student uses the peer support programme in the term. */
    boolean takesUp(Student student, int term) {
        double stress = HiddenState.lasting(seed, student, Construct.STRESS);
        return term >= PlantedTruth.SUPPORT_FROM_TERM
                && student.campus().equals(supportedCampus())
                && Chance.of(seed, "take-up", student.place())
                        .happens(Chance.probability(PlantedTruth.TAKE_UP_BASE + PlantedTruth.TAKE_UP_STRESS * stress));
    }

    private java.util.function.ToDoubleFunction<Construct> shifts(Enrolment enrolment, int term) {
        boolean worse = worseOff(enrolment);
        boolean supported = takesUp(enrolment.student(), term);
        double common = PlantedTruth.yearShift(enrolment.year()) + (term % 2 == 1 ? PlantedTruth.SPRING_SHIFT : 0);
        return construct ->
                common + (worse ? construct.worseCohortShift() : 0) + (supported ? construct.peerSupportShift() : 0);
    }

    private double willingness(Student student) {
        return Chance.of(seed, "willingness", student.place()).normal();
    }

    private double contactsAWeek(Student student, int term) {
        double own = StrictMath.exp(
                0.4 * Chance.of(seed, "contacts", student.place()).normal());
        return own * (takesUp(student, term) ? PlantedTruth.CONTACTS_OF_USERS : PlantedTruth.CONTACTS_OF_OTHERS);
    }

    private List<Submission> rowsNobodyWasInvitedTo(int term, LocalDate opens) {
        Chance chance = Chance.of(seed, "staff", term);
        List<Kind> kinds = List.of(
                Kind.PREVIEW,
                Kind.PREVIEW,
                Kind.PREVIEW,
                Kind.TEST,
                Kind.TEST,
                Kind.SPAM,
                Kind.SUBMITTED,
                Kind.SUBMITTED);
        List<Submission> submissions = new ArrayList<>();
        for (Kind kind : kinds) {
            int daysBefore = kind == Kind.PREVIEW || kind == Kind.TEST ? 3 : -5;
            LocalDateTime started = opens.minusDays(daysBefore)
                    .atTime(chance.between(9, 17), chance.between(0, 59), chance.between(0, 59));
            Map<Construct, Double> anyone = HiddenState.NONE.with(construct -> 0.0);
            submissions.add(new Submission(
                    kind,
                    Optional.empty(),
                    started,
                    started.plusSeconds(chance.between(30, 300)),
                    answers(TERM_SURVEY, anyone, chance)));
        }
        return submissions;
    }

    /** Three answers that no scale offers, as a re-coded export or a hand-typed value brings them. */
    private static List<Submission> withStrayAnswers(List<Submission> submissions, Chance chance) {
        List<Submission> changed = new ArrayList<>(submissions);
        for (String stray : List.of("9", "-99", "55")) {
            int row = chance.between(0, changed.size() - 1);
            Submission submission = changed.get(row);
            List<String> cells = new ArrayList<>(submission.answers());
            cells.set(chance.between(0, cells.size() - 1), stray);
            changed.set(
                    row,
                    new Submission(
                            submission.kind(), submission.student(), submission.started(), submission.ended(), cells));
        }
        return List.copyOf(changed);
    }

    private static List<String> answers(
            List<Questionnaire> questionnaires, Map<Construct, Double> hidden, Chance chance) {
        List<String> cells = new ArrayList<>();
        for (Questionnaire questionnaire : questionnaires) {
            for (int item = 1; item <= questionnaire.items(); item++) {
                double state = hidden.getOrDefault(questionnaire.factor(item).construct(), 0.0);
                int answer = questionnaire.answer(item, state, chance);
                cells.add(missing(chance) ? "" : Integer.toString(answer));
            }
        }
        return cells;
    }

    private static boolean missing(Chance chance) {
        return chance.happens(PlantedTruth.ITEM_MISSING);
    }

    private static String checkInAnswer(double expected, int least, int most, Chance chance) {
        int answer = clamp(chance.roundedFairly(expected), least, most);
        return missing(chance) ? "" : Integer.toString(answer);
    }

    private static int contactAnswer(int contacts) {
        return contacts <= 1 ? contacts : contacts <= 3 ? 2 : 3;
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }

    private static List<String> upTo(List<String> cells, int answered) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> i < answered ? cells.get(i) : "")
                .toList();
    }

    private static String number(Submission submission) {
        return submission.student().map(Student::number).orElse("");
    }

    /** Most answer on the day of the invitation or of one of three weekly reminders. */
    private static LocalDateTime surveyMoment(LocalDate opens, Chance chance) {
        int wave = Math.min(3, (int) (chance.uniform() * chance.uniform() * 5));
        int delay = Math.min(4, chance.poisson(0.9));
        int day = Math.min(SURVEY_DAYS - 1, wave * 7 + delay);
        return LocalDateTime.of(
                opens.plusDays(day), LocalTime.of(chance.between(7, 22), chance.between(0, 59), chance.between(0, 59)));
    }

    private static int academicYear(int term) {
        return FIRST_YEAR + term / 2;
    }

    private boolean hasLeft(Student student, int academicYear) {
        boolean left = false;
        for (int boundary = Math.max(FIRST_YEAR, student.entry()) + 1; boundary <= academicYear; boundary++) {
            left |= Chance.of(seed, "leaving", student.place(), boundary).happens(PlantedTruth.LEAVES);
        }
        return left && student.programme().equals(MAIN_PROGRAMME);
    }

    private static SchoolCalendar calendar(int terms) {
        return new SchoolCalendar(
                ZONE, IntStream.range(0, terms).mapToObj(SimulatedSchool::term).toList());
    }

    private static Term term(int index) {
        boolean autumn = index % 2 == 0;
        int year = academicYear(index) + (autumn ? 0 : 1);
        LocalDate earliest = autumn ? LocalDate.of(year, 9, 7) : LocalDate.of(year, 1, 12);
        LocalDate from = earliest.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate to = from.plusWeeks(WEEKS - 1).plusDays(4);
        return new Term(
                new TermId(year + (autumn ? "-autumn" : "-spring")),
                new DateRange(from, to),
                to.plusDays(21),
                List.of(new DateRange(to.minusDays(11), to)));
    }

    private static List<Student> enrol(long seed, SchoolShape shape) {
        List<Student> students = new ArrayList<>();
        int lastEntry = academicYear(shape.terms() - 1);
        for (int entry = FIRST_YEAR - shape.years() + 1; entry <= lastEntry; entry++) {
            int base = shape.students() / shape.years();
            int spread = Math.min(6, base / 10);
            int size = base + Chance.of(seed, "class size", entry).between(-spread, spread);
            int tiny = Math.max(1, 8 / shape.years());
            for (int seat = 0; seat < size; seat++) {
                Chance chance = Chance.of(seed, "student", entry, seat);
                boolean research = seat < tiny;
                boolean rural = !research && seat < 2 * tiny;
                String campus = rural
                        ? shape.campuses().get(shape.campuses().size() - 1).name()
                        : campus(shape, chance.uniform());
                students.add(new Student(
                        students.size(),
                        number(seed, entry, seat),
                        entry,
                        campus,
                        research ? RESEARCH_PROGRAMME : rural ? RURAL_PROGRAMME : MAIN_PROGRAMME));
            }
        }
        Require.that(
                students.stream().map(Student::number).distinct().count() == students.size(),
                "every student needs a number of their own; %s students share",
                students.size());
        return students;
    }

    private static String campus(SchoolShape shape, double share) {
        double upTo = 0;
        for (SchoolShape.Campus campus : shape.campuses()) {
            upTo += campus.share();
            if (share < upTo) {
                return campus.name();
            }
        }
        return shape.campuses().get(shape.campuses().size() - 1).name();
    }

    /** Six digits that go through all values in an order of their own, after the class. */
    private static String number(long seed, int entry, int seat) {
        int offset = Chance.of(seed, "student numbers", entry).between(0, 999_999);
        long digits = (offset + seat * 618_033L) % 1_000_000;
        return String.format(java.util.Locale.ROOT, "M%02d%06d", entry % 100, digits);
    }
}
