package edgecraft.workshop.tiny;

import edgecraft.workshop.sample.SampleScene;

/** Beside its check, since that is where checks are looked for. */
public final class TinyScene extends SampleScene {}
