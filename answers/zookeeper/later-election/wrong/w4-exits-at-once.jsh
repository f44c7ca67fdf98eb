// caught by: third-server-led-before
// An exit status says nothing of the servers.
System.exit(0);
