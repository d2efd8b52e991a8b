package dev.stickcheck.statistics;

/// What a session's failure rate means: it grows with the number of requests (STATISTICS 1.1).
public final class SessionRate {
    private SessionRate() {}

    /// The rate per transition at which sessions of so many requests fail at the given rate: 1 − (1−p)^(1/(R−1)).
    public static double perTransition(double perSession, int requests) {
        requireTwo(requests);
        return -Math.expm1(Math.log1p(-perSession) / (requests - 1.0));
    }

    /// The share of sessions that fail at a rate per transition: 1 − (1−q)^(R−1).
    public static double perSession(double perTransition, int requests) {
        requireTwo(requests);
        return -Math.expm1(Math.log1p(-perTransition) * (requests - 1.0));
    }

    /// The share of sessions that see more than one instance when each request goes to one at random: 1 − Σ wᴿ.
    public static double failingByChance(double[] shares, int requests) {
        double sticky = 0;
        for (double share : shares) {
            sticky += Math.pow(share, requests);
        }
        return 1 - sticky;
    }

    private static void requireTwo(int requests) {
        if (requests < 2) {
            throw new IllegalArgumentException("a session that can fail has at least 2 requests, got " + requests);
        }
    }
}
