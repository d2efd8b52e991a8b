package dev.stickcheck.lab;

import java.net.InetAddress;

/// What a balancer knows of a request when it chooses.
///
/// @param client where the connection comes from, whatever a header claims
/// @param cookies what the client returned
/// @param connection a number of its own for every connection, from 1
record Arrival(InetAddress client, RequestCookies cookies, long connection) {}
