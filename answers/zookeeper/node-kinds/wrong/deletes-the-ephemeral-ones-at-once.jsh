// caught by: ephemerals-left-with-their-session
// One transaction takes both, as the end of a session would; but it is not the end of the session.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk.multi(zk.getChildren(given("parent"), false).stream()
        .map(child -> given("parent") + "/" + child)
        .filter(path -> path.contains("/here") || path.endsWith(String.format("%010d", Integer.parseInt(given("created")) + 2)))
        .map(path -> Op.delete(path, -1))
        .toList());
zk close
