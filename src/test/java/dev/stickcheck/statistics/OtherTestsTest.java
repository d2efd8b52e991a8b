package dev.stickcheck.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// STATISTICS 3.2: how tests behave that stickcheck does not offer, by the same exact stopping time. They are why the
/// mixtures of [StickinessEvidence] are what they are.
class OtherTestsTest {
    private static final int MAX = 5000;

    /// Wald's, of p0 against p1, with A = 19 and B = 1/19.
    private record Wald(double p0, double p1) implements Boundaries {
        private static final double BOUND = Math.log(19);

        @Override
        public int minSessions() {
            return 1;
        }

        private double failure() {
            return Math.log(p1 / p0);
        }

        private double success() {
            return Math.log((1 - p0) / (1 - p1));
        }

        @Override
        public long passAt(long failures) {
            return failures + (long) Math.ceil((failures * failure() + BOUND) / success());
        }

        @Override
        public long failAt(long failures) {
            double rest = failures * failure() - BOUND;
            return rest < 0 ? 0 : failures + (long) Math.floor(rest / success());
        }
    }

    /// Mixtures of the same Beta(a, b) on either side of 5 %, at 5 %.
    private record SamePrior(double a, double b) implements Boundaries {
        private static final double LIMIT = 0.05;

        @Override
        public int minSessions() {
            return 1;
        }

        private boolean passes(long n, long x) {
            double mixed = SpecialFunctions.logRegularizedBeta(LIMIT, a + x, b + n - x)
                    - SpecialFunctions.logRegularizedBeta(LIMIT, a, b);
            return x < LIMIT * n && shown(n, x, mixed);
        }

        private boolean fails(long n, long x) {
            double mixed = SpecialFunctions.logRegularizedBetaComplement(LIMIT, a + x, b + n - x)
                    - SpecialFunctions.logRegularizedBetaComplement(LIMIT, a, b);
            return x > LIMIT * n && shown(n, x, mixed);
        }

        private boolean shown(long n, long x, double mixed) {
            double evidence = SpecialFunctions.logBeta(a + x, b + n - x)
                    - SpecialFunctions.logBeta(a, b)
                    + mixed
                    - x * Math.log(LIMIT)
                    - (n - x) * Math.log1p(-LIMIT);
            return evidence >= Math.log(20);
        }

        @Override
        public long passAt(long failures) {
            return first(failures, n -> passes(n, failures));
        }

        @Override
        public long failAt(long failures) {
            long last = first(failures, n -> !fails(n, failures)) - 1;
            return last < failures ? 0 : last;
        }

        private static long first(long failures, LongPredicate holds) {
            long n = Math.max(1, failures);
            while (n <= MAX && !holds.test(n)) {
                n++;
            }
            return n;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 0.075, 0, 56, 0.5",
        "0.025, 0.075, 0.01, 71.7, 0.05",
        "0.025, 0.075, 0.03, 135, 0.5",
        "0.025, 0.075, 0.05, 164, 0.5",
        "0.025, 0.075, 0.08, 79.8, 0.05",
        "0.025, 0.075, 0.20, 19.3, 0.05",
        "0.025, 0.075, 0.67, 4.5, 0.05",
        "0.02, 0.08, 0, 47, 0.5",
        "0.02, 0.08, 0.01, 60.7, 0.05",
        "0.02, 0.08, 0.03, 105, 0.5",
        "0.02, 0.08, 0.05, 110, 0.5",
        "0.02, 0.08, 0.08, 59.5, 0.05",
        "0.02, 0.08, 0.20, 15.8, 0.05",
        "0.02, 0.08, 0.67, 4.5, 0.05",
        "0.01, 0.05, 0.03, 145, 0.5"
    })
    void waldsTestTakesFewSessions(double p0, double p1, double rate, double expected, double off) {
        Operating operating = StoppingTime.of(new Wald(p0, p1), rate, MAX);

        assertThat(operating.expected()).isCloseTo(expected, within(off + 1e-6));
        assertThat(operating.inconclusive()).isLessThan(1e-6);
    }

    /// It decides inside its indifference zone by accident: 3 % is compliant.
    @ParameterizedTest
    @CsvSource({"0.01, 0.05, 0.03, 0.643", "0.025, 0.075, 0.05, 0.600", "0.025, 0.075, 0.03, 0.083"})
    void waldsTestDecidesByAccident(double p0, double p1, double rate, double fail) {
        Operating operating = StoppingTime.of(new Wald(p0, p1), rate, MAX);

        assertThat(operating.fail()).isCloseTo(fail, within(5.001e-4));
        assertThat(operating.pass()).isCloseTo(1 - fail, within(5.001e-4));
    }

    /// Beta(½, ½) on both sides, and uniform on both: simpler, and dearer. Of the latter at 3 % the table has 722,
    /// which is cut: it is 722.68.
    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 74, 0.5",
        "0.5, 0.01, 136, 0.5",
        "0.5, 0.03, 774, 0.5",
        "0.5, 0.08, 696, 0.5",
        "0.5, 0.20, 33.3, 0.05",
        "0.5, 0.67, 3.4, 0.05",
        "1, 0, 88, 0.5",
        "1, 0.01, 147, 0.5",
        "1, 0.03, 722.7, 0.05",
        "1, 0.08, 723, 0.5",
        "1, 0.20, 32.5, 0.05",
        "1, 0.67, 3.4, 0.05"
    })
    void otherPriorsTakeMoreSessions(double shape, double rate, double expected, double off) {
        assertThat(StoppingTime.of(new SamePrior(shape, shape), rate, MAX).expected())
                .isCloseTo(expected, within(off + 1e-6));
    }
}
