package quorumbook.broken.circle.egg;

import java.util.List;
import quorumbook.broken.circle.hen.Hen;

public record Egg(List<Hen> hens) {
    public Hen first() {
        return hens.get(0);
    }
}
