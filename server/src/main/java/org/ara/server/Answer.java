package org.ara.server;

/**
 * What a console command printed and whether it succeeded.
 *
 * @param text complete lines, each with its line feed
 * @param succeeded what the exit status of {@code ./ara -rx} says
 */
public record Answer(String text, boolean succeeded) {}
