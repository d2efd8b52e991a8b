package dev.stickcheck.lab;

/// What a policy has that a parameter needs.
enum Trait {
    /// Any policy.
    ANY(""),
    /// Instances may differ in weight.
    WEIGHTS("weights"),
    /// A session, an address or a connection has an instance of its own, which a request can miss.
    PIN("pin"),
    /// The pin can be forgotten; an address cannot.
    MEMORY("pin that could be forgotten"),
    /// The pin is a cookie.
    COOKIE("cookie"),
    /// What becomes of a session whose endpoint does not answer is a setting.
    FAILOVER("such setting");

    private final String missing;

    Trait(String missing) {
        this.missing = missing;
    }

    /// What a policy without it lacks.
    String missing() {
        return missing;
    }
}
