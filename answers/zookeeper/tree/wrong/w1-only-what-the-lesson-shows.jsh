// caught by: tree-has-its-znodes
// The lesson is run, the exercise is not touched.
zk ls -R /
zk create /harbour/crane red
zk create /harbour
zk create /harbour/crane red
zk set /harbour/crane "dark green"
zk deleteall /harbour
