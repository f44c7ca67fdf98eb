package quorumbook.repl.tools;
import java.util.OptionalLong;
import quorumbook.repl.engine.Output;
public final class ZkTool implements AutoCloseable {
  public static ZkTool open(Output o){return new ZkTool();}
  public void connect(String s){} public void disconnect(){} public int run(String line) throws InterruptedException {return 0;}
  public OptionalLong session(){return OptionalLong.empty();} public void close(){}
}
