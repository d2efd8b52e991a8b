package dev.stickcheck.lab;

import io.vertx.core.http.HttpHeaders;

/// The headers by which an instance tells about itself.
final class InstanceHeaders {
    static final CharSequence INSTANCE_ID = HttpHeaders.createOptimized("X-Instance-ID");

    private InstanceHeaders() {}
}
