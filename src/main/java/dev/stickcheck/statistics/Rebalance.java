package dev.stickcheck.statistics;

/// What an instance that appeared beside `others` did to the sessions under way (STATISTICS 1.3): consistent hashing
/// moves 1/(k+1) of them, a hash modulo the number of instances k/(k+1).
///
/// @param others instances that were there before, k
/// @param sessions with an answer before it appeared and one after
/// @param moved of those, with the one after from another instance than the one before
public record Rebalance(String instance, int others, long sessions, long moved) {
    /// How much likelier one kind of hashing must make what was seen than the other.
    private static final double LIKELIER = Math.log(100);

    /// A share as far off would come by chance as seldom as that.
    private static final double CHANCE = 0.01;

    /// What the share of moved sessions looks like.
    public enum Hashing {
        CONSISTENT,
        MODULO,
        /// Too many for the one and too few for the other.
        NEITHER,
        /// Too few sessions to tell.
        UNKNOWN
    }

    public double share() {
        return sessions == 0 ? 0 : (double) moved / sessions;
    }

    /// The share that consistent hashing moves.
    public double consistent() {
        return 1.0 / (others + 1);
    }

    /// The share that a hash modulo the number of instances moves.
    public double modulo() {
        return (double) others / (others + 1);
    }

    /// By the likelihood ratio of the two shares, k^(n−2x), unless the share fits neither.
    public Hashing hashing() {
        boolean consistent = fits(consistent());
        boolean modulo = fits(modulo());
        if (!consistent && !modulo) {
            return Hashing.NEITHER;
        }
        double ratio = (sessions - 2.0 * moved) * Math.log(Math.max(1, others));
        if (ratio >= LIKELIER && consistent) {
            return Hashing.CONSISTENT;
        }
        return ratio <= -LIKELIER && modulo ? Hashing.MODULO : Hashing.UNKNOWN;
    }

    private boolean fits(double share) {
        double fewer = SpecialFunctions.binomialCdf(sessions, moved, share);
        double more = SpecialFunctions.binomialUpperTail(sessions, moved, share);
        return 2 * Math.min(fewer, more) >= CHANCE;
    }
}
