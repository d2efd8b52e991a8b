/// An answer's headers, cookies and body flow in; the id of the instance that gave it, or none, flows out. Pure.
@NullMarked
package dev.stickcheck.identify;

import org.jspecify.annotations.NullMarked;
