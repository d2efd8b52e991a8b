package dev.stickcheck.model;

/// Why a request counts as an error. The label is the key in a result's `errorKinds`.
public enum ErrorKind {
    UNRESOLVED_HOST("unresolved-host"),
    CONNECTION_REFUSED("connection-refused"),
    CONNECTION_CLOSED("connection-closed"),
    /// A failure to reach the target that is none of the more exact kinds (no route, reset, …).
    CONNECTION_FAILED("connection-failed"),
    TLS("tls"),
    /// What answered did not speak HTTP, or broke its rules.
    PROTOCOL("protocol"),
    CONNECT_TIMEOUT("connect-timeout"),
    /// Connected, but no complete header of an answer came in time.
    ANSWER_TIMEOUT("answer-timeout"),
    /// The answer's header came, its body did not end in time.
    BODY_TIMEOUT("body-timeout"),
    REDIRECT_LOOP("redirect-loop"),
    /// A `Location` that cannot be followed.
    BAD_REDIRECT("bad-redirect"),
    /// Status 400 to 499.
    CLIENT_STATUS("http-4xx"),
    /// Status 500 and above.
    SERVER_STATUS("http-5xx");

    private final String label;

    ErrorKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
