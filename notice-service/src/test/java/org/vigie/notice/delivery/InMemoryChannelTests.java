package org.vigie.notice.delivery;

import java.util.List;
import org.vigie.notice.delivery.ChannelContract.Behaviour;

class InMemoryChannelTests implements ChannelContract {

    private final InMemoryChannel channel = new InMemoryChannel();

    @Override
    public Channel channel(Behaviour behaviour) {
        return channel.behave(behaviour);
    }

    @Override
    public List<byte[]> arrived() {
        return channel.accepted().stream().map(OutgoingMessage::bytes).toList();
    }
}
