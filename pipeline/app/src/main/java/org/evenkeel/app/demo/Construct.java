package org.evenkeel.app.demo;

/** What the questionnaires measure, each on a hidden standard scale on which higher always means worse off. */
enum Construct {
    STRESS(0.90, -0.25),
    DISENGAGED(0.90, 0),
    LOW_WELLBEING(0.60, 0),
    EXHAUSTION(0.70, 0),
    DISENGAGEMENT(0.50, 0),
    LONELINESS(0.30, 0),
    LOW_SUPPORT(0.20, 0);

    /** How much of a construct is one's general state. */
    static final double GENERAL = 0.75;

    /** The share of the hidden variance that stays with the person from term to term. */
    static final double LASTING = 0.80;

    private final double worseCohortShift;
    private final double peerSupportShift;

    Construct(double worseCohortShift, double peerSupportShift) {
        this.worseCohortShift = worseCohortShift;
        this.peerSupportShift = peerSupportShift;
    }

    /** How much worse off the planted cohort is, in hidden standard deviations. */
    double worseCohortShift() {
        return worseCohortShift;
    }

    /** What peer support does to those who take it up, in hidden standard deviations. */
    double peerSupportShift() {
        return peerSupportShift;
    }
}
