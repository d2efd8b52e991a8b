package dev.stickcheck.probe;

import java.net.http.HttpClient;
import java.util.concurrent.atomic.AtomicInteger;

/// One of several clients: its connection labels are unique within it alone.
record NumberedClient(long number, HttpClient http, AtomicInteger inFlight) {
    NumberedClient(long number, HttpClient http) {
        this(number, http, new AtomicInteger());
    }

    /// A label unique among all clients of the transport.
    String label(String connection) {
        return number + "/" + connection;
    }
}
