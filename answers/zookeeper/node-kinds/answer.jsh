// The parent has counted every creation, and no deletion takes one back.
/predict after-delete $created
zk create -s $parent/job-
// A plain znode counts too: two creations since the lab's last.
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
zk close
