package quorumbook.broken.circle.hen;

import quorumbook.broken.circle.egg.Egg;

public record Hen(Egg egg) {}
