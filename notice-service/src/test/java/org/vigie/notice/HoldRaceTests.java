package org.vigie.notice;

/** Against the in-process store. */
@ServiceTest
class HoldRaceTests extends HoldRaceContract {}
