package org.vigie.notice.removal;

import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.notice.ServiceTest;

@ServiceTest
class MongoCasesTests implements CasesContract {

    @Autowired
    private Cases cases;

    @Override
    public Cases cases() {
        return cases;
    }
}
