// caught by: ephemerals-had-one-session
// One ephemeral znode by the shell, one in Java: two sessions.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk.create(given("parent") + "/here", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
/predict left-after-close persistent persistent-sequential
zk close
zk.close();
