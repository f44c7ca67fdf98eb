// caught by: ephemerals-left-with-their-session
// The session lives on, and so do its znodes.
/predict after-delete $created
zk create -s $parent/job-
zk create $parent/notes
/predict after-plain $created+2
zk create -s -e $parent/job-
zk create -e $parent/here
/predict left-after-close persistent persistent-sequential
