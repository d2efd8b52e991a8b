package dev.stickcheck.lab;

/// How many requests an instance has under way; an open WebSocket is one.
@FunctionalInterface
interface Load {
    Load NONE = instance -> 0;

    int underWay(int instance);
}
