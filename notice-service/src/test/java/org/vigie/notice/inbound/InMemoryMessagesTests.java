package org.vigie.notice.inbound;

class InMemoryMessagesTests implements MessagesContract {

    private final InMemoryMessages messages = new InMemoryMessages();

    @Override
    public Messages messages() {
        return messages;
    }
}
