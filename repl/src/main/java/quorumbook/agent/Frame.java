package quorumbook.agent;

/** One message: where it belongs and its bytes. */
public record Frame(Channel channel, byte[] payload) {}
