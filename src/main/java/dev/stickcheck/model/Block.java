package dev.stickcheck.model;

/// One block of a comparison: both arms, one right after the other.
///
/// @param number from 0, in the order in which they ran
/// @param first the arm that went first
public record Block(int number, Arm first, ArmSample on, ArmSample off) {}
