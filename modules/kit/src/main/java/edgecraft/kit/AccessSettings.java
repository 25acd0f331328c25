package edgecraft.kit;

import java.io.Serializable;

/** The settings of module 4: those of one of its two servers. */
public sealed interface AccessSettings extends Serializable permits DoorSettings, GateSettings {}
