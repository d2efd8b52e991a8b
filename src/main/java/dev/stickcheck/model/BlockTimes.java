package dev.stickcheck.model;

/// One block of a comparison as a report draws it: service times of each arm without first requests.
///
/// @param number from 0
/// @param first the arm that went first
public record BlockTimes(int number, Arm first, Latency on, Latency off) {}
