/// What a browser would keep and send back, by RFC 6265bis.
///
/// `Set-Cookie` values flow in, `Cookie` values and refusals with their reasons flow out.
/// The clock comes in from outside; nothing here opens a socket or prints a value.
@NullMarked
package dev.stickcheck.cookie;

import org.jspecify.annotations.NullMarked;
