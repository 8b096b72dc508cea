package org.vigie.notice;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Against ports in memory. */
@ServiceTest
@Import(InMemoryPorts.class)
@TestPropertySource("classpath:in-memory.properties")
class InMemoryHoldRaceTests extends HoldRaceContract {}
