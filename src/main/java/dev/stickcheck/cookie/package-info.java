/// What a browser would keep and send back, by RFC 6265bis. Response headers flow in, `Cookie` header values and
/// refusals
/// with their reasons flow out. The clock comes in from outside.
@NullMarked
package dev.stickcheck.cookie;

import org.jspecify.annotations.NullMarked;
