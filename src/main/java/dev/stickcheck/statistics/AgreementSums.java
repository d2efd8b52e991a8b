package dev.stickcheck.statistics;

import java.util.Arrays;

/// Sums over sessions from which agreement within and between them follows (STATISTICS 1.1). Additive, so that sessions
/// may come in any order, and one can be left out without going through the others again.
final class AgreementSums {
    private double[] byInstance = new double[8];
    private long sessions;
    private double requests;
    /// Σ m².
    private double squaredSizes;
    /// Σ over sessions and instances of n².
    private double squares;
    private double transitions;
    private double switches;
    private double home;
    private double modal;

    /// Shares of answers that agree; NaN where there is nothing to compare.
    record Shares(double within, double between, double home, double staying) {
        /// Beyond chance, as a share of what is beyond it; NaN when sessions agree with one another already.
        double beyondChance(double agreement) {
            return between < 1 ? (agreement - between) / (1 - between) : Double.NaN;
        }
    }

    void add(SessionState session) {
        SmallCounts counts = session.counts;
        int most = 0;
        for (int i = 0; i < counts.size(); i++) {
            int instance = counts.instance(i);
            if (instance >= byInstance.length) {
                byInstance = Arrays.copyOf(byInstance, Math.max(instance + 1, byInstance.length * 2));
            }
            double n = counts.count(i);
            byInstance[instance] += n;
            squares += n * n;
            most = Math.max(most, counts.count(i));
        }
        double m = session.identified;
        sessions++;
        requests += m;
        squaredSizes += m * m;
        transitions += m - 1;
        switches += session.switches;
        home += session.atHome;
        modal += most;
    }

    long sessions() {
        return sessions;
    }

    long transitions() {
        return (long) transitions;
    }

    double modal() {
        return modal / requests;
    }

    Shares shares() {
        return shares(0, 0, 0, 0, 0, squaredCounts());
    }

    /// All shares without one of the sessions that were added.
    ///
    /// @param both Σ of the squared counts of instances, of all sessions, as [#squaredCounts()] says
    Shares without(SessionState session, double both) {
        double own = 0;
        double cross = 0;
        for (int i = 0; i < session.counts.size(); i++) {
            double n = session.counts.count(i);
            own += n * n;
            cross += n * byInstance[session.counts.instance(i)];
        }
        return shares(
                session.identified,
                own,
                session.switches,
                session.atHome,
                session.identified - 1.0,
                both - 2 * cross + own);
    }

    /// Σ over instances of the square of what they answered.
    double squaredCounts() {
        double both = 0;
        for (double n : byInstance) {
            both += n * n;
        }
        return both;
    }

    private Shares shares(double m, double own, double moved, double atHome, double steps, double both) {
        double n = requests - m;
        double sizes = squaredSizes - m * m;
        double same = squares - own;
        double t = transitions - steps;
        return new Shares(
                (same - n) / (sizes - n),
                (both - same) / (n * n - sizes),
                (home - atHome) / t,
                1 - (switches - moved) / t);
    }
}
