package org.vigie.notice.removal;

class InMemoryCasesTests implements CasesContract {

    private final InMemoryCases cases = new InMemoryCases();

    @Override
    public Cases cases() {
        return cases;
    }
}
