package dev.stickcheck.model;

/// What a measurement still needs: asked for before each request is chosen.
public sealed interface Demand {
    /// Nothing more; requests under way are waited for.
    record Stop(Ending ending) implements Demand {}

    /// More requests.
    ///
    /// @param sessionLimit the most sticky sessions to launch in all, those launched already included
    /// @param controlShare the probability with which the next request is a session of its own (0 to 1)
    record More(long sessionLimit, double controlShare) implements Demand {
        public More {
            if (!(controlShare >= 0 && controlShare <= 1)) {
                throw new IllegalArgumentException("not a probability: " + controlShare);
            }
        }
    }
}
