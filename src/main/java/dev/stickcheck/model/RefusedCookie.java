package dev.stickcheck.model;

/// How often a cookie was refused for one reason.
public record RefusedCookie(CookieRefusal refusal, long count) {}
