package quorumbook.answers.broken;

public record AnAnswer() {}
