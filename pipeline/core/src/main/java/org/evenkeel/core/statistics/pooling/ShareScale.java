package org.evenkeel.core.statistics.pooling;

/** A scale on which shares are more nearly normal. */
public enum ShareScale {
    /** asin √p, with the standard error 1/(2√n). */
    ARCSINE {
        @Override
        public double of(double atRisk, double count) {
            return Math.asin(Math.sqrt(atRisk / count));
        }

        @Override
        public double share(double value) {
            double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, value)));
            return sine * sine;
        }

        @Override
        double error(double target, double count) {
            return 1 / (2 * Math.sqrt(count));
        }
    },
    /** log p/(1−p), with the standard error 1/√(n·p₀(1−p₀)) at the target; nobody and everybody count half a person in. */
    LOGIT {
        @Override
        public double of(double atRisk, double count) {
            double inside = Math.max(0.5, Math.min(count - 0.5, atRisk));
            return Math.log(inside / (count - inside));
        }

        @Override
        public double share(double value) {
            return 1 / (1 + Math.exp(-value));
        }

        @Override
        double error(double target, double count) {
            return 1 / Math.sqrt(count * target * (1 - target));
        }
    };

    /** A share on this scale. */
    public abstract double of(double atRisk, double count);

    /** The share that stands at a value of this scale. */
    public abstract double share(double value);

    abstract double error(double target, double count);
}
