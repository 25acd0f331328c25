package edgecraft.workshop.audit;

/** A trial and what came of it, now or in an earlier run of the same audit. */
record Judged(Trial trial, Entry entry) {}
