// caught by: ephemerals-left-with-their-session
// They are gone, and their session is still alive.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
for (String child : zk.getChildren(given("parent"), false)) {
    String path = given("parent") + "/" + child;
    if (zk.exists(path, false).getEphemeralOwner() != 0) {
        zk.delete(path, -1);
    }
}
