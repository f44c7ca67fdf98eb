// shows: is not done for a submission
/save @OUT@/saved.jsh
/open @SECRET_FILE@
/edit @SECRET_FILE@
/watch @SECRET_FILE@
/timeline --html @OUT@/timeline.html
/answer
/goto zookeeper/node-kinds
/retry
/next
