package dev.stickcheck.model;

/// Why a session's answer came from another instance than its last one (STATISTICS 1.3).
public enum MoveCause {
    /// The old instance still serves others.
    TRUE_FAILURE("trueFailure", true),
    /// The target set a cookie that a conforming client can never send back.
    CLIENT_LOST_COOKIE("clientLostCookie", true),
    /// The cookie's own lifetime had ended.
    EXPIRED("expired", false),
    /// The old instance is gone and its sessions moved together to one that is new.
    REPLACEMENT("replacement", false),
    /// The old instance is gone for everybody.
    FAILOVER("failover", false),
    /// The old instance got no new sessions any more, kept its own for a while, and is gone.
    DRAIN("drain", false),
    /// The new instance had only just appeared, and the old one still serves others.
    REBALANCE("rebalance", true),
    /// An attempt failed, another instance answered the next one, and then the session was back.
    RETRY("retry", true),
    /// Too little evidence either way.
    UNRESOLVED("unresolved", false);

    private final String label;
    private final boolean failure;

    MoveCause(String label, boolean failure) {
        this.label = label;
        this.failure = failure;
    }

    /// The name in a result's `moves`.
    public String label() {
        return label;
    }

    /// Whether a session that moved for this cause did not stick.
    public boolean failure() {
        return failure;
    }
}
