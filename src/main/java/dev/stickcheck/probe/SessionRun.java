package dev.stickcheck.probe;

import dev.stickcheck.cookie.CookieJar;
import dev.stickcheck.model.Arm;
import dev.stickcheck.probe.Transport.Route;

/// A session while it lasts: its jar, and how far it has come.
final class SessionRun {
    final long launch;
    final String name;
    final Arm arm;
    final Route route;
    CookieJar jar;
    /// Requests sent.
    int sent;
    boolean inFlight;
    /// Nanoseconds before which its next request must not leave.
    long readyAt;

    SessionRun(long launch, String name, Arm arm, Route route, CookieJar jar) {
        this.launch = launch;
        this.name = name;
        this.arm = arm;
        this.route = route;
        this.jar = jar;
    }
}
