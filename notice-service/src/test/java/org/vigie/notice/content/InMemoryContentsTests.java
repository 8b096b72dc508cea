package org.vigie.notice.content;

class InMemoryContentsTests implements ContentsContract {

    private final Contents contents = new InMemoryContents();

    @Override
    public Contents contents() {
        return contents;
    }
}
