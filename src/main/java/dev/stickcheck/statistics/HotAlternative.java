package dev.stickcheck.statistics;

/// The imbalance of a given size that is hardest to tell from balance: one hot instance (STATISTICS 4.4).
///
/// The instance with the smallest share w is heated to w + t·√(w(1−w)), the others shrink in
/// proportion; then W = t.
final class HotAlternative {
    private HotAlternative() {}

    /// Whether some load of these instances is as uneven as the limit and could be more so.
    ///
    /// All load on the instance with the smallest share gives the largest W there is, √((1−w)/w): 1 for two equal
    /// instances. No load exceeds a limit beyond that.
    static boolean possible(double[] shares, double limit) {
        return heated(shares[Shares.smallest(shares)], limit) < 1;
    }

    /// The probabilities of the alternative.
    static double[] probabilities(double[] shares, double limit) {
        int hot = Shares.smallest(shares);
        double probability = heated(shares[hot], limit);
        double shrink = (1 - probability) / (1 - shares[hot]);
        double[] result = new double[shares.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = i == hot ? probability : shares[i] * shrink;
        }
        return result;
    }

    static double heated(double share, double limit) {
        return share + limit * Math.sqrt(share * (1 - share));
    }
}
