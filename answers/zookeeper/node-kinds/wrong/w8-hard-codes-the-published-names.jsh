// caught by: four-kinds-at-once
// Names are new in each attempt; these belong to another one.
/predict after-delete 7
zk create -s /kinds-4f2a/job-
zk create /kinds-4f2a/notes
/predict after-plain 9
zk create -s -e /kinds-4f2a/job-
zk create -e /kinds-4f2a/here
/predict left-after-close persistent persistent-sequential
zk close
