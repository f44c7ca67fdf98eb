// shows: ended by System.exit(0)
zk create $root/$stock
System.exit(0);
zk create $root/$stock/$apples 1
Runtime.getRuntime().halt(0);
int after = 1;
