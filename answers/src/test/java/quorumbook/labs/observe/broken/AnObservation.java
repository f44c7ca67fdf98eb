package quorumbook.labs.observe.broken;

public record AnObservation() {}
